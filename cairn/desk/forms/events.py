"""Which events to show."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.desk.queries.events import ANSWERS
from cairn.look import fields


class EventsForm(forms.Form):
    since = fields.PickedDayField(label="From", required=False)
    until = fields.PickedDayField(label="To", required=False)
    answer = fields.ChoiceField(
        label="How it ended", choices=[("", "Any"), *ANSWERS], widget=forms.Select, required=False
    )
    older_than = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        since, until = asked.get("since"), asked.get("until")
        if since and until and until < since:
            self.add_error("until", "The last day cannot be before the first.")
        return asked
