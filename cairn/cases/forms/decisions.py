"""Questions put to those who decide, and to those who answer for a partner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from cairn.cases.engine.deciding import LIMB_ANSWERS, LimbAsked, Outcome
from cairn.look import fields

Choices = list[tuple[str, str]]
ADVICE = (("taken", "Yes"), ("not_taken", "No"), ("asked_for", "Asked for, not given yet"))
MINE = (("agrees", "I agree"), ("dissents", "I dissent"))
THEIRS = (("agrees", "Agrees"), ("dissents", "Dissents"), ("comments", "Comments"))
COMMENT = (("comments", "I comment"),)


class DecisionForm(forms.Form):
    """Each limb with its reason first; then what is decided, on what it rests, and what the family is told."""

    outcome = fields.ChoiceField(choices=(), label="What is decided?", missing="Choose what was decided.")
    reasons = fields.WordsField(label="Why?", rows=6, missing="Say why this was decided.")
    evidence = fields.WordsField(
        label="What was seen before it was decided?",
        missing="Say what was seen before it was decided.",
        help_text="Documents with their dates, returns, conversations.",
    )
    alternatives = fields.WordsField(
        label="What else was considered, for and against?",
        rows=4,
        missing="Say what else was considered, or that nothing else was.",
    )
    asked = fields.WordsField(label="Who was asked, and what was their view?", rows=3, required=False)
    dissent = fields.WordsField(
        label="Who saw it otherwise, and how was that resolved?",
        rows=3,
        required=False,
        help_text="Leave empty if none.",
    )
    legal_advice = fields.ChoiceField(choices=ADVICE, label="Was legal advice taken?")
    legal_topic = fields.LineField(
        max_length=300,
        required=False,
        label="If so, on what and when?",
        help_text="Not what it said: that is kept by those who gave it.",
    )
    for_family = fields.WordsField(label="What will the family be told, in a sentence?", rows=3, required=False)
    decided_on = fields.DayField(label="On which day was it decided?")
    instead_of = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, limbs: Sequence[LimbAsked], outcomes: Sequence[Outcome], **facts: Any) -> None:
        super().__init__(*args, **facts)
        hints = {outcome.value: outcome.means for outcome in outcomes if outcome.means}
        self.fields["outcome"] = fields.ChoiceField(
            choices=[(outcome.value, outcome.label) for outcome in outcomes],
            label="What is decided?",
            missing="Choose what was decided.",
            hints=hints,
        )
        first: list[str] = []
        for limb in limbs:
            self.fields[f"met_{limb.name}"] = fields.ChoiceField(
                choices=LIMB_ANSWERS, label=limb.meaning, help_text=limb.reference, missing="Say yes, no or not known."
            )
            self.fields[f"why_{limb.name}"] = fields.WordsField(
                label="Why, and what shows it?", rows=2, max_length=2000, missing="Say why."
            )
            first += [f"met_{limb.name}", f"why_{limb.name}"]
        self.order_fields([*first, *(name for name in self.fields if name not in first)])
        self.limbs = tuple(limb.name for limb in limbs)

    def answered(self) -> list[tuple[str, str, str]]:
        """Each limb with what was answered and why, once the form is valid."""
        return [(name, self.cleaned_data[f"met_{name}"], self.cleaned_data[f"why_{name}"]) for name in self.limbs]


class OwnVoiceForm(forms.Form):
    """A delegate's own word: she speaks here, so nothing is asked of how it came."""

    stance = fields.ChoiceField(choices=MINE, label="How do you stand to this decision?")
    words = fields.WordsField(label="Is there anything you want on record?", rows=4, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, stances: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["stance"].choices = stances  # type: ignore[attr-defined]


class RecordedVoiceForm(forms.Form):
    """What came to the office by its own mail or in the meeting."""

    seat = fields.ChoiceField(choices=(), label="Whose word is it?", widget=forms.Select)
    stance = fields.ChoiceField(choices=THEIRS, label="How does she stand to this decision?")
    words = fields.WordsField(label="In what words?", rows=4, required=False)
    given_on = fields.DayField(label="On which day did she say so?")
    came_by = fields.LineField(
        label="How did it come?", missing="Say how it came, such as by secure mail or in the meeting."
    )

    def __init__(self, *args: Any, seats: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["seat"].choices = [("", "Choose one"), *seats]  # type: ignore[attr-defined]


class ToldForm(forms.Form):
    whom = fields.LineField(label="Who was told?", missing="Say who was told.", help_text="Such as the mother.")
    told_on = fields.DayField(label="On which day?")
    how = fields.WordsField(
        label="How, and by whom?",
        max_length=300,
        rows=3,
        missing="Say how: by whom, in a letter or in person.",
    )
