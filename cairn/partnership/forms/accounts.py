"""Questions about accounts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from cairn.look import fields
from cairn.partnership.account_policy import LONGEST_PASSWORD

EMAIL = "Enter the address the person uses at work, such as name@council.example."


class InviteForm(forms.Form):
    name = fields.LineField(label="What is the person's name?", max_length=120, missing="Enter the person's name.")
    email = forms.EmailField(
        label="What is the person's e-mail address at work?",
        max_length=254,
        help_text="An address that nobody else reads, not a shared mailbox.",
        error_messages={"required": EMAIL, "invalid": EMAIL},
    )
    post = fields.LineField(label="What is the person's post?", max_length=120, required=False)
    employer = fields.ChoiceField(choices=(), label="Who employs the person?", required=False, widget=forms.Select)

    def __init__(self, *args: Any, employers: Iterable[tuple[str, str]], **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["employer"].choices = [("", "Nobody in the list"), *employers]  # type: ignore[attr-defined]


class ChoosePasswordForm(forms.Form):
    password = forms.CharField(
        label="Choose a password",
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="At least 12 characters. Three words that do not belong together work well.",
        error_messages={"required": "Enter a password of at least 12 characters."},
    )
    again = forms.CharField(
        label="Enter it again",
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Enter the password again."},
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if "password" in typed and "again" in typed and typed["password"] != typed["again"]:
            self.add_error("again", "The two passwords differ. Enter the same one twice.")
        return typed
