"""One question of the rulebook: what follows from this date?"""

from __future__ import annotations

from django import forms

from cairn.guidance.applies import duties
from cairn.guidance.editions import compare, editions
from cairn.look import fields

BY_THE_DATE = ("", "The one in force on that day")


class TryADateForm(forms.Form):
    duty = fields.ChoiceField(
        label="Which duty?",
        choices=[
            (each.id, each.title) for each in duties() if any(row.rule and row.rule.limit for row in compare(each.id))
        ],
        widget=forms.Select,
        missing="Choose a duty.",
    )
    starts = fields.DayField(
        label="On which day does the clock start?",
        help_text="For copies sent before publication, give the day of publication. For example, 14 8 2026.",
        missing="Enter the day the clock starts, such as 14 8 2026.",
    )
    edition = fields.ChoiceField(
        label="Which edition?",
        choices=[BY_THE_DATE, *((each.id, each.title) for each in editions())],
        widget=forms.Select,
        required=False,
    )
