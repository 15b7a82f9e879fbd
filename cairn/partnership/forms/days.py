"""Questions about the partnership's own steps, its reminders, and bank holidays newly proclaimed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from cairn.look import fields

WHOLE = "Enter a whole number, such as 8."


def _number(label: str, *, required: bool, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=required,
        min_value=0,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": WHOLE, "invalid": WHOLE, "min_value": WHOLE, "max_value": WHOLE},
    )


class LocalStepForm(forms.Form):
    label = fields.LineField(
        label="What does your partnership call this step?",
        max_length=120,
        missing="Enter what your partnership calls this step.",
    )
    working_days = _number(
        "After how many working days?",
        required=False,
        help_text="Leave this empty if your partnership does not use this step.",
    )
    trigger = fields.ChoiceField(label="What does it count from?", choices=(), missing="Choose what it counts from.")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, triggers: Iterable[tuple[str, str]], **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["trigger"].choices = list(triggers)  # type: ignore[attr-defined]


class ReminderDaysForm(forms.Form):
    days_before = _number(
        "How many working days before the due day is the first reminder?",
        required=True,
        help_text="Enter 0 for no reminder before.",
    )
    on_the_day = fields.ChoiceField(
        label="Is there a reminder on the due day?",
        choices=(("yes", "Yes"), ("no", "No")),
        missing="Say whether there is a reminder on the due day.",
    )
    days_after = _number(
        "For how many working days after is there a reminder each day?",
        required=True,
        help_text="Enter 0 for none.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class ProclaimedForm(forms.Form):
    day = fields.DayField(label="Which day becomes a bank holiday?", missing="Enter the day.")
    name = fields.LineField(label="What is it called?", max_length=120, missing="Enter what the day is called.")
    source = fields.LineField(
        label="Where was it proclaimed?",
        help_text="Such as the page of the list on GOV.UK, or the Gazette, and the day you read it.",
        max_length=300,
        missing="Say where it was proclaimed.",
    )
    moved_from = fields.DayField(
        label="If a bank holiday was moved to this day, from which day?",
        help_text="Leave this empty if the day is one more.",
        required=False,
    )


class WithdrawForm(forms.Form):
    reason = fields.LineField(
        label="Why does it no longer hold?", max_length=300, missing="Say why it no longer holds."
    )
