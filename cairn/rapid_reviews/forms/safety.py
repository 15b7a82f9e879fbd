"""Questions about whether children are safe."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]
NONE_YET = ("", "Choose one")
SAFE = "Say whether the child is safe now."


class IntervalForm(forms.Form):
    interval = forms.IntegerField(
        label="After how many days is an update due, each time?",
        error_messages={"required": "Enter a number of days.", "invalid": "Enter a number of days, such as 7."},
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class AskSafetyForm(forms.Form):
    children = fields.ChoicesField(choices=(), label="Which children?", missing="Choose the child, or the children.")
    safe_now = fields.ChoiceField(choices=(), label="Safe now?", missing=SAFE)
    done = fields.WordsField(label="What was done?", rows=3, missing="Say what was done, or why nothing had to be.")
    agency = fields.ChoiceField(
        choices=(), label="Which agency holds the child's case, and will report?", widget=forms.Select
    )
    interval = forms.IntegerField(
        label="After how many days is an update due, each time?",
        error_messages={"required": "Enter a number of days.", "invalid": "Enter a number of days, such as 7."},
    )

    def __init__(self, *args: Any, children: Choices, safe_now: Choices, agencies: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["children"].choices = children  # type: ignore[attr-defined]
        self.fields["safe_now"].choices = safe_now  # type: ignore[attr-defined]
        self.fields["agency"].choices = [NONE_YET, *agencies]  # type: ignore[attr-defined]


class UpdateSafetyForm(forms.Form):
    safe_now = fields.ChoiceField(choices=(), label="Safe now?", missing=SAFE)
    words = fields.WordsField(
        label="What is known, and what was done?", missing="Say what is known, and what was done."
    )
    as_of = fields.DayField(label="Of which day is this true?")
    told_by = fields.LineField(label="If you record this for the agency, who told you?", required=False)

    def __init__(self, *args: Any, safe_now: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["safe_now"].choices = safe_now  # type: ignore[attr-defined]
