"""Questions about the people and places of a case."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]
PARTLY = "If only the month or the year is known, write 1 for the rest and say so above."


class LabelForm(forms.Form):
    label = fields.LineField(
        label="What is it called here?",
        max_length=60,
        missing="Enter a label that says nothing of who it is.",
        help_text="A label for every page, such as Family 1. Never a real name.",
    )


class PersonForm(forms.Form):
    kind = fields.ChoiceField(choices=(), label="How does this person come into the case?")
    label = fields.LineField(
        label="What is this person called here?",
        max_length=60,
        missing="Enter a label that says nothing of who it is, such as Mother.",
        help_text="A label for every page, such as Child R or Mother. Never a real name.",
    )
    relationship = fields.LineField(label="How is this person related to the child?", max_length=120, required=False)
    family = fields.ChoiceField(choices=(), label="Which family?", required=False, widget=forms.Select)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kinds: Choices, families: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["family"].choices = [("", "None"), *families]  # type: ignore[attr-defined]


class PlaceForm(LabelForm):
    kind = fields.ChoiceField(choices=(), label="What is the place?")

    def __init__(self, *args: Any, kinds: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class IdentityForm(forms.Form):
    name_answer = fields.ChoiceField(choices=(), label="Is the real name known?")
    given_names = fields.LineField(label="Given names", max_length=120, required=False)
    family_name = fields.LineField(label="Family name", max_length=120, required=False)
    born_precision = fields.ChoiceField(choices=(), label="How much of the date of birth is known?")
    born = fields.DayField(label="Date of birth", required=False, help_text=PARTLY)
    died_precision = fields.ChoiceField(choices=(), label="How much of the date of death is known?")
    died = fields.DayField(label="Date of death", required=False, help_text=PARTLY)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, answers: Choices, precisions: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["name_answer"].choices = answers  # type: ignore[attr-defined]
        self.fields["born_precision"].choices = precisions  # type: ignore[attr-defined]
        self.fields["died_precision"].choices = precisions  # type: ignore[attr-defined]


class AddressForm(forms.Form):
    address = fields.LineField(
        label="What is the address, or the name of the place?", max_length=300, missing="Enter the address."
    )
    postcode = fields.LineField(label="Postcode", max_length=10, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class OtherNameForm(forms.Form):
    name = fields.LineField(label="What is the other name?", max_length=120, missing="Enter the other name.")


class AliasForm(OtherNameForm):
    kind = fields.ChoiceField(choices=(), label="What kind of name is it?")

    def __init__(self, *args: Any, kinds: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class FactForm(forms.Form):
    answer = fields.AnswerField(max_length=200, label="What was answered?")
    version = forms.IntegerField(widget=forms.HiddenInput)
