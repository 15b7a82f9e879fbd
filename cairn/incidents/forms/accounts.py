"""Questions about what happened, part by part."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.cases.forms.acting import VersionForm
from cairn.incidents.forms.opening import ClockTimeField
from cairn.incidents.queries import choices
from cairn.look import fields

NOT_YET = ("", "Not known yet")


class ToldForm(VersionForm):
    source = fields.ChoiceField(choices=(), label="What kind of source was it?", required=False, widget=forms.Select)
    told_by = fields.LineField(
        label="Who told us?",
        missing="Enter who told the partnership.",
        help_text="Name and post of the professional, or that it was family or the public.",
    )
    discussed_with = fields.LineField(
        label="With which designated lead was it discussed first?", required=False, help_text="Name and post."
    )
    came_by = fields.ChoiceField(
        choices=[NOT_YET, *choices.CAME_BY], label="How did it come?", required=False, widget=forms.Select
    )
    consideration = fields.ChoiceField(
        choices=(), label="Why is it considered, if it is not a serious incident?", required=False, widget=forms.Select
    )

    def __init__(self, *args: Any, considered: bool, **facts: Any) -> None:
        super().__init__(*args, **facts)
        words = [NOT_YET, *choices.words("case_considerations")]
        self.fields["source"].choices = [NOT_YET, *choices.words("referral_sources")]  # type: ignore[attr-defined]
        self.fields["consideration"].choices = words  # type: ignore[attr-defined]
        if not considered:
            del self.fields["consideration"]


class HappenedForm(VersionForm):
    what_happened = fields.WordsField(label="What happened?", required=False)
    happened = fields.ChoiceField(choices=choices.WHEN, label="When did it happen?")
    first_day = fields.DayField(label="What was the day, or the first day of the period?", required=False)
    last_day = fields.DayField(label="What was the last day, if it was a period?", required=False)
    nature = fields.ChoiceField(choices=choices.NATURES, label="What became of the child so far?")
    nature_reason = fields.WordsField(
        label="If it is something else, why is it considered?", rows=3, required=False, max_length=1000
    )


class KnownForm(VersionForm):
    aware_on = fields.DayField(label="On which day did it become known to the council?")
    aware_time = ClockTimeField(label="At what time, if known?")
    suspicion = fields.ChoiceField(choices=choices.SUSPICION, label="When did abuse or neglect come to be suspected?")
    suspected_on = fields.DayField(label="Which day was that, if it is known?", required=False)
    source = fields.LineField(
        label="If the day it became known has changed, where does the right one come from?", required=False
    )
    why = fields.LineField(max_length=300, label="If it has changed, what was wrong?", required=False)
    late_reason = fields.WordsField(
        label="If what was done in time is late by the right day, why?", rows=3, required=False
    )
    late_told = fields.LineField(max_length=300, label="And who was told, and when?", required=False)


class WhereForm(VersionForm):
    happened_in = fields.ChoiceField(choices=choices.WHOSE, label="Where did it happen?")
    happened_area = fields.LineField(
        max_length=120, label="If elsewhere, in the area of which authority, or in which country?", required=False
    )
    lives_in = fields.ChoiceField(choices=choices.WHOSE, label="Where does the child normally live?")
    lives_area = fields.LineField(
        max_length=120, label="If elsewhere, in the area of which authority, or in which country?", required=False
    )
    moved = fields.ChoiceField(
        choices=choices.MOVED, label="Is a placement or a move across the border of the area part of this?"
    )


class ElseForm(VersionForm):
    files_secured = fields.ChoiceField(choices=choices.SAID, label="Are the agencies’ files secured?")
    files_secured_by = fields.LineField(label="If they are, by whom?", required=False)
    files_secured_on = fields.DayField(label="And on which day?", required=False)
    nhs_incident = fields.ChoiceField(choices=choices.SAID, label="May it fall under an NHS framework as well?")
    media_interest = fields.ChoiceField(choices=choices.SAID, label="Is there media interest?")
    processes = fields.WordsField(
        label="Which other inquiries are known already?", rows=3, required=False, max_length=2000
    )

    def __init__(self, *args: Any, framework: str, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["nhs_incident"].label = f"May it also fall under the {framework}?"
