"""Questions about meetings: shape only, no rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]
NONE_YET = ("", "Choose one")
NO_CASE = "Everybody in the group reads it: it says nothing of any case."


class TimesForm(forms.Form):
    title = fields.LineField(
        label="What is the meeting called?",
        max_length=120,
        missing="Enter a title that says nothing of any case, such as Subgroup, August.",
        help_text=NO_CASE,
    )
    held_on = fields.DayField(label="On which day is it?")
    starts = fields.LineField(
        label="When does it start?", max_length=20, required=False, help_text="Such as 10:00, or 10:00 to 13:00."
    )
    place = fields.LineField(label="Where is it?", required=False, help_text="A room, or that it is held online.")
    chair = fields.ChoiceField(choices=(), label="From which seat is it chaired?", widget=forms.Select)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, chairs: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["chair"].choices = [NONE_YET, *chairs]  # type: ignore[attr-defined]


class CallForm(TimesForm):
    group = fields.ChoiceField(choices=(), label="Which group meets?", widget=forms.Select)
    kind = fields.ChoiceField(choices=(), label="What is it for?")
    field_order = ("group", "kind", "title", "held_on", "starts", "place", "chair")

    def __init__(self, *args: Any, groups: Choices, kinds: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["group"].choices = [NONE_YET, *groups]  # type: ignore[attr-defined]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class SureForm(forms.Form):
    """Nothing is asked: the button is the answer."""


class CancelForm(forms.Form):
    reason = fields.LineField(
        label="Why is it cancelled?", max_length=300, missing="Say why it is cancelled.", help_text=NO_CASE
    )


class AgreeForm(forms.Form):
    agreed_on = fields.DayField(label="On which day were they agreed?")


class CaseItemForm(forms.Form):
    case = fields.ChoiceField(choices=(), label="Which case?", widget=forms.Select)
    title = fields.LineField(
        label="What is it taken for?", missing="Say what the item is, naming nobody.", help_text="Such as Rapid review."
    )

    def __init__(self, *args: Any, cases: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["case"].choices = [NONE_YET, *cases]  # type: ignore[attr-defined]


class OtherItemForm(forms.Form):
    title = fields.LineField(label="What is the item?", missing="Say what the item is.", help_text=NO_CASE)


class PaperForm(forms.Form):
    title = fields.LineField(label="What is the paper called?", missing="Enter a title that names nobody.")
    words = fields.WordsField(label="What does it say?", rows=10, max_length=20_000, required=False)
    file = fields.ChoiceField(
        choices=(), label="Or which document of the case is it?", required=False, widget=forms.Select
    )

    def __init__(self, *args: Any, files: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["file"].choices = [("", "None: it is written here"), *files]  # type: ignore[attr-defined]


class MinuteForm(forms.Form):
    discussion = fields.WordsField(
        label="What was discussed?", rows=8, max_length=20_000, missing="Say what was discussed."
    )
    decision = fields.WordsField(label="What was decided?", rows=4, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class ItemActionForm(forms.Form):
    what = fields.LineField(label="What is to be done?", max_length=300, missing="Say what is to be done.")
    why = fields.WordsField(label="Why does that help children?", rows=3, missing="Say why that helps children.")
    origin = fields.ChoiceField(choices=(), label="What asked for it?")
    agency = fields.ChoiceField(choices=(), label="Which agency does it?", widget=forms.Select)
    seat = fields.ChoiceField(choices=(), label="Which seat answers for it?", required=False, widget=forms.Select)
    due_on = fields.DayField(label="By which day was it agreed?", missing="Enter the day that was agreed.")
    repeats = fields.LineField(
        label="If it says again what was said before, what does it repeat?", max_length=300, required=False
    )
    raised_also_by = fields.LineField(
        label="Who else has raised the same?", required=False, help_text="Such as the Child Death Overview Panel."
    )

    def __init__(self, *args: Any, origins: Choices, agencies: Choices, seats: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["origin"].choices = origins  # type: ignore[attr-defined]
        self.fields["agency"].choices = [NONE_YET, *agencies]  # type: ignore[attr-defined]
        self.fields["seat"].choices = [("", "The agency as a whole"), *seats]  # type: ignore[attr-defined]


class HandOverForm(forms.Form):
    forum = fields.LineField(
        label="To which forum does it go?",
        missing="Say to which forum it goes.",
        help_text="Such as the training group, the policy group, or another partnership.",
    )
    what = fields.WordsField(label="What is handed over?", rows=4, missing="Say what is handed over.")
    due_on = fields.DayField(label="By which day, if one was agreed?", required=False)


class InterestForm(forms.Form):
    item = fields.ChoiceField(choices=(), label="In which item?", required=False, widget=forms.Select)
    person = fields.ChoiceField(choices=(), label="Whose interest is it?", widget=forms.Select)
    nature = fields.WordsField(label="What is the interest?", rows=3, missing="Say what the interest is.")
    agreed = fields.ChoiceField(choices=(), label="What was agreed?")
    also_conflict = fields.TickField(
        label="It is a conflict of interest: from now on the case is closed to this person", required=False
    )

    def __init__(self, *args: Any, items: Choices, people: Choices, agreed: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["item"].choices = [("", "The meeting as a whole"), *items]  # type: ignore[attr-defined]
        self.fields["person"].choices = people  # type: ignore[attr-defined]
        self.fields["agreed"].choices = agreed  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Line:
    """One seat as the attendance form asks about it."""

    seat_key: str
    called: str
    how: str
    deputy_key: str


class AttendanceForm(forms.Form):
    """A question for each seat, who stood in, and whom to invite besides."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, lines: Sequence[Line], hows: Choices, deputies: Choices, others: Choices, **facts: Any
    ) -> None:
        super().__init__(*args, **facts)
        self.lines = lines
        for line in lines:
            standing_in = [each for each in deputies if each[0].startswith(f"{line.seat_key} ")]
            self.fields[f"how-{line.seat_key}"] = fields.ChoiceField(
                choices=hows if standing_in else [each for each in hows if each[0] != "deputy"],
                label=line.called,
                required=False,
                initial=line.how,
            )
            if standing_in:
                self.fields[f"deputy-{line.seat_key}"] = fields.ChoiceField(
                    choices=[("", "Nobody"), *standing_in],
                    label=f"Who came as deputy for {line.called}?",
                    required=False,
                    initial=f"{line.seat_key} {line.deputy_key}",
                    widget=forms.Select,
                )
        self.fields["invite"] = fields.ChoiceField(
            choices=[("", "Nobody"), *others],
            label="Whom else do you invite, from outside the group?",
            required=False,
            widget=forms.Select,
        )

    def came(self) -> list[tuple[str, str, str]]:
        """For each seat that was answered for: its key, how it took part, the key of the deputy who came."""
        found = []
        for line in self.lines:
            how = self.cleaned_data[f"how-{line.seat_key}"]
            deputy = self.cleaned_data.get(f"deputy-{line.seat_key}", "")
            if how:
                found.append((line.seat_key, how, deputy.partition(" ")[2] if how == "deputy" else ""))
        invited = self.cleaned_data["invite"]
        return [*found, (invited, "invited", "")] if invited else found
