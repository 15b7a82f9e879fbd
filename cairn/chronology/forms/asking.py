"""Questions about what agencies are asked for, whom to ask, and to whom the whole is released."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]


class ScopeForm(forms.Form):
    scope = fields.WordsField(
        label="What does the chronology cover?",
        rows=4,
        missing="Say what the chronology covers.",
        help_text="Whom and what it is about, such as: all contact with the child and her parents. No names.",
    )
    covers_from = fields.DayField(label="From which day?", required=False)
    covers_to = fields.DayField(label="Until which day?", required=False)
    instructions = fields.WordsField(
        label="What else should authors know?",
        rows=4,
        required=False,
        help_text="Such as: leave routine immunisations out. Goes with the empty chronology. No names.",
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class ColumnForm(forms.Form):
    heading = fields.LineField(
        label="What stands over the column?", max_length=80, missing="Write what stands over the column."
    )
    column = fields.ChoiceField(
        choices=(),
        label="What is it for?",
        required=False,
        widget=forms.Select,
        help_text="Cairn puts entries in order and compares them by what columns are for.",
    )
    mandatory = fields.TickField(label="It must be filled in every row", required=False)
    instruction = fields.LineField(label="How is it filled?", max_length=300, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, roles: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["column"].choices = [("", "Something of our own"), *roles]  # type: ignore[attr-defined]


class AskForm(forms.Form):
    agencies = fields.ChoicesField(choices=(), label="Which agencies?", missing="Choose at least one agency.")
    due_on = fields.DayField(label="By which day?")
    means = fields.ChoiceField(choices=(), label="How are they told?", missing="Choose how the agencies are told.")

    def __init__(self, *args: Any, agencies: Choices, means: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["agencies"].choices = agencies  # type: ignore[attr-defined]
        self.fields["means"].choices = means  # type: ignore[attr-defined]


class RemindForm(forms.Form):
    requests = fields.ChoicesField(
        choices=(), label="Which agencies are reminded?", missing="Choose at least one agency."
    )

    def __init__(self, *args: Any, requests: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["requests"].choices = requests  # type: ignore[attr-defined]


class ReleaseForm(forms.Form):
    to = fields.ChoiceField(
        choices=(), label="To whom?", widget=forms.Select, missing="Choose the person who may read it."
    )
    reason = fields.WordsField(max_length=300, rows=3, label="Why?", missing="Say why it is released.")
    ends_on = fields.DayField(label="Until which day, that day included?")

    def __init__(self, *args: Any, to: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["to"].choices = [("", "Choose a person"), *to]  # type: ignore[attr-defined]
