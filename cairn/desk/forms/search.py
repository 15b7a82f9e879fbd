"""What to look for."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.cases.queries.search import KINDS
from cairn.look import fields

NOTHING_ASKED = "Type a word, or choose a year or a kind."


class SearchForm(forms.Form):
    words = fields.LineField(
        label="What are you looking for?",
        help_text="A reference, a label, a theme, an agency, or a real name where you work with real names. "
        "The beginning of a word is enough.",
        required=False,
        max_length=120,
    )
    kind = fields.ChoiceField(label="Kind", choices=[("", "Any"), *KINDS], widget=forms.Select, required=False)
    year = forms.IntegerField(
        label="Year",
        help_text="For example, 2026.",
        required=False,
        min_value=1900,
        max_value=2200,
        error_messages={
            "invalid": "Enter a year, such as 2026.",
            "min_value": "Enter a year, such as 2026.",
            "max_value": "Enter a year, such as 2026.",
        },
    )

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        if not self.errors and not any(asked.values()):
            self.add_error("words", NOTHING_ASKED)
        return asked
