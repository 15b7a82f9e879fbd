"""Questions about the facts of the criteria, and about each child at the time."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.cases.forms.acting import VersionForm
from cairn.incidents.forms.accounts import NOT_YET
from cairn.incidents.queries import choices
from cairn.look import fields

Choices = list[tuple[str, str]]
NOT_KNOWN = ("not_known", "Not known")


class FactForm(VersionForm):
    value = fields.ChoiceField(choices=(), label="What is the answer?")
    certainty = fields.ChoiceField(
        choices=[NOT_YET, *choices.CERTAINTY], label="How sure is it?", required=False, widget=forms.Select
    )
    said_by = fields.LineField(
        label="Who says so?", missing="Say who says so.", help_text="Name and post, or the paper."
    )
    known_on = fields.DayField(label="Since which day is it known?", required=False)
    note = fields.WordsField(label="What is the judgement, where it is one?", rows=3, required=False)

    def __init__(self, *args: Any, answers: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        if answers:
            self.fields["value"].choices = [*answers, NOT_KNOWN]  # type: ignore[attr-defined]
        else:
            self.fields["value"] = fields.LineField(
                label="How old, in whole years?", max_length=3, required=False, help_text="Leave it empty if not known."
            )


class ChildForm(VersionForm):
    social_care = fields.ChoiceField(
        choices=[NOT_YET, *choices.words("social_care_statuses")],
        label="How did the child stand with children’s social care?",
        required=False,
        widget=forms.Select,
    )
    factors = fields.ChoicesField(
        choices=choices.words("safeguarding_factors"), label="What harmed or endangered the child?", required=False
    )
    placement = fields.LineField(label="What was the placement, if there was one?", required=False)
    known_to = fields.WordsField(
        label="To which agencies was the child known?", rows=3, required=False, max_length=2000
    )


class AreaForm(forms.Form):
    who = fields.ChoiceField(choices=(), label="Which area?", widget=forms.Select)
    area = fields.LineField(label="If it is another, what is it called?", required=False)
    role = fields.ChoiceField(choices=choices.AREA_ROLES, label="What does it do?")
    counts_it = fields.TickField(label="Its yearly report counts this case", required=False)
    different_because = fields.WordsField(
        label="If another leads than the rule says, why was that agreed?", rows=3, required=False, max_length=1000
    )

    def __init__(self, *args: Any, areas: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["who"].choices = areas  # type: ignore[attr-defined]


class EndForm(forms.Form):
    sure = fields.TickField(label="Yes, it has ended", missing="Tick the box to end it.")
