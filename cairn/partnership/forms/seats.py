"""Questions about groups, seats and deputies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from cairn.look import fields

Choices = Iterable[tuple[str, str]]


def offer(form: forms.Form, name: str, choices: Choices, first: str) -> None:
    """Fill a list to choose from, beginning with what stands there before a choice."""
    form.fields[name].choices = [("", first), *choices]  # type: ignore[attr-defined]


class GroupForm(forms.Form):
    name = fields.LineField(label="What is the group called?", max_length=120, missing="Enter the group's name.")
    kind = fields.ChoiceField(label="What is it for?", choices=(), missing="Choose what the group is for.")
    starts_on = fields.DayField(label="Since when does it sit?", missing="Enter the day it first sat.")

    def __init__(self, *args: Any, kinds: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["kind"].choices = list(kinds)  # type: ignore[attr-defined]


class AppointForm(forms.Form):
    holder = fields.ChoiceField(
        label="Who takes the seat?", choices=(), widget=forms.Select, missing="Choose who takes the seat."
    )
    title = fields.LineField(
        label="What is the seat called?",
        help_text="Such as Designated doctor.",
        max_length=120,
        missing="Enter what the seat is called.",
    )
    role = fields.ChoiceField(
        label="What is their role here?", choices=(), widget=forms.Select, missing="Choose the role."
    )
    employer = fields.ChoiceField(label="Who employs them?", choices=(), widget=forms.Select, required=False)
    speaks_for = fields.ChoicesField(
        label="For which other agencies do they speak?",
        help_text="A designated doctor may speak for two health bodies.",
        choices=(),
        required=False,
    )
    represents = fields.LineField(label="For what wider body do they speak, in words?", required=False)
    starts_on = fields.DayField(label="From which day?", missing="Enter the day it begins.")

    def __init__(self, *args: Any, people: Choices, roles: Choices, agencies: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        listed = list(agencies)
        offer(self, "holder", people, "Choose one")
        offer(self, "role", roles, "Choose one")
        offer(self, "employer", listed, "Nobody in the list")
        self.fields["speaks_for"].choices = listed  # type: ignore[attr-defined]


class EndSeatForm(forms.Form):
    ends_on = fields.DayField(
        label="What is the last day?",
        help_text="If it is today, what they see through this seat ends at once.",
        missing="Enter the last day.",
    )


class DeputyForm(forms.Form):
    deputy = fields.ChoiceField(
        label="Who stands in?", choices=(), widget=forms.Select, missing="Choose who stands in."
    )
    starts_on = fields.DayField(label="From which day?", missing="Enter the first day.")
    ends_on = fields.DayField(label="Until which day?", missing="Enter the last day.")

    def __init__(self, *args: Any, people: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "deputy", people, "Choose one")


class ConfirmForm(forms.Form):
    """Nothing to type: the button is the answer."""


class OnForm(forms.Form):
    on = fields.PickedDayField(label="As it stood on", required=False)
