"""Questions about a case, who takes part and who may see it."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]
NONE_YET = ("", "Choose one")


class OpenForm(forms.Form):
    kind = fields.ChoiceField(choices=(), label="What brings the case here?")
    label = fields.LineField(
        label="What is the child called here?",
        max_length=60,
        missing="Enter a label that says nothing of who the child is, such as Child R.",
        help_text="A label for every page, such as Child R. Never a real name.",
    )
    known_on = fields.DayField(label="On which day did it become known to the council?")
    told_by = fields.LineField(
        label="Who told the partnership?", max_length=200, missing="Enter who told the partnership."
    )

    def __init__(self, *args: Any, kinds: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class AgencyForm(forms.Form):
    agency = fields.ChoiceField(choices=(), label="Which agency?", widget=forms.Select)
    mode = fields.ChoiceField(choices=(), label="How does it take part?")
    linked_through = fields.ChoiceField(
        choices=(), label="If it is linked, through which seat?", required=False, widget=forms.Select
    )
    contact_name = fields.LineField(label="Who is the contact?", max_length=120, required=False)
    contact_address = forms.EmailField(
        label="What is the contact's e-mail address at work?",
        required=False,
        error_messages={"invalid": "Enter an address such as name@trust.example."},
    )
    instead_of = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, agencies: Choices, modes: Choices, seats: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["agency"].choices = [NONE_YET, *agencies]  # type: ignore[attr-defined]
        self.fields["mode"].choices = modes  # type: ignore[attr-defined]
        self.fields["linked_through"].choices = [("", "None"), *seats]  # type: ignore[attr-defined]


class GiveToSeatForm(forms.Form):
    to = fields.ChoiceField(choices=(), label="To which seat?", widget=forms.Select)
    reason = fields.WordsField(max_length=300, rows=3, label="Why?", missing="Say why this access is given.")
    ends_at = fields.DayField(label="What is the last day, if there is one?", required=False)

    def __init__(self, *args: Any, to: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["to"].choices = [NONE_YET, *to]  # type: ignore[attr-defined]


class GiveToPersonForm(forms.Form):
    to = fields.ChoiceField(choices=(), label="To whom?", widget=forms.Select)
    role = fields.ChoiceField(choices=(), label="In which role?")
    reason = fields.WordsField(max_length=300, rows=3, label="Why?", missing="Say why this access is given.")
    ends_at = fields.DayField(label="What is the last day?", missing="Say when access to a named person ends.")

    def __init__(self, *args: Any, to: Choices, roles: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["to"].choices = [NONE_YET, *to]  # type: ignore[attr-defined]
        self.fields["role"].choices = roles  # type: ignore[attr-defined]


class ConflictForm(forms.Form):
    nature = fields.WordsField(label="What is the conflict?", missing="Say what the conflict is.")


class AnothersConflictForm(ConflictForm):
    person = fields.ChoiceField(choices=(), label="Who has it?", widget=forms.Select)
    field_order = ("person", "nature")

    def __init__(self, *args: Any, people: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["person"].choices = [NONE_YET, *people]  # type: ignore[attr-defined]
