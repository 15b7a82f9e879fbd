"""Questions about agencies and the partnerships next door."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from cairn.look import fields


class ChangeAgencyForm(forms.Form):
    name = fields.LineField(label="What is the agency's full name?", missing="Enter the agency's full name.")
    short_name = fields.LineField(
        label="What is it called for short?", max_length=40, missing="Enter a short name, such as ICB."
    )
    kind = fields.ChoiceField(
        label="What kind of agency is it?", choices=(), widget=forms.Select, missing="Choose what kind of agency it is."
    )
    contact_point = fields.MailField(
        label="Where is it written to?", help_text="A shared mailbox, if it has one.", required=False
    )

    def __init__(self, *args: Any, kinds: Iterable[tuple[str, str]], **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["kind"].choices = [("", "Choose one"), *kinds]  # type: ignore[attr-defined]


class OpenAgencyForm(ChangeAgencyForm):
    starts_on = fields.DayField(label="Since when does it exist?", missing="Enter the day it began.")


class LastDayForm(forms.Form):
    ends_on = fields.DayField(label="What is the last day?", missing="Enter the last day.")


class SucceedForm(forms.Form):
    successor = fields.ChoiceField(
        label="Which agency takes over?", choices=(), widget=forms.Select, missing="Choose the agency that takes over."
    )
    on = fields.DayField(
        label="On which day does it take over?",
        help_text="The last day of the agency before it is the day before.",
        missing="Enter the day it takes over.",
    )

    def __init__(self, *args: Any, agencies: Iterable[tuple[str, str]], **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["successor"].choices = [("", "Choose one"), *agencies]  # type: ignore[attr-defined]


class NeighbourForm(forms.Form):
    name = fields.LineField(label="What is the partnership called?", missing="Enter the name of the partnership.")
    contact_point = fields.MailField(label="Where is it written to?", required=False)
