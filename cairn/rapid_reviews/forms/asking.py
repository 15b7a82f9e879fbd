"""Questions about asking agencies."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]


class WhyForm(forms.Form):
    why = fields.WordsField(
        label="Why is a rapid review held?",
        rows=3,
        missing="Say why a rapid review is held.",
        help_text="Such as: the council notified a serious incident. No names.",
    )


class AskForm(forms.Form):
    agencies = fields.ChoicesField(choices=(), label="Which agencies?", missing="Choose at least one agency.")
    means = fields.ChoiceField(choices=(), label="How are they told?", missing="Choose how the agencies are told.")
    summary_by = fields.DayField(
        label="By which day is the summary needed, if not by the usual one?",
        required=False,
        help_text="Leave this empty for the partnership's usual day.",
    )

    def __init__(self, *args: Any, agencies: Choices, means: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["agencies"].choices = agencies  # type: ignore[attr-defined]
        self.fields["means"].choices = means  # type: ignore[attr-defined]


class ChaseForm(forms.Form):
    requests = fields.ChoicesField(
        choices=(), label="Which agencies are reminded?", missing="Choose at least one agency."
    )

    def __init__(self, *args: Any, requests: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["requests"].choices = requests  # type: ignore[attr-defined]
