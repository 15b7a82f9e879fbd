"""Questions about clocks and duties."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]
NONE_YET = ("", "Choose one")
SOURCE = "Such as the receipt, the call log or the minutes."


class StartForm(forms.Form):
    duty = fields.ChoiceField(choices=(), label="What is owed?", widget=forms.Select)
    trigger_on = fields.DayField(label="Which day does it count from?")
    source = fields.LineField(
        label="Where does this date come from?", missing="Say where this date comes from.", help_text=SOURCE
    )

    def __init__(self, *args: Any, duties: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["duty"].choices = [NONE_YET, *duties]  # type: ignore[attr-defined]


class CorrectForm(forms.Form):
    trigger_on = fields.DayField(label="Which day does it really count from?")
    source = fields.LineField(
        label="Where does this date come from?", missing="Say where this date comes from.", help_text=SOURCE
    )
    why = fields.LineField(max_length=300, label="What was wrong?", missing="Say what was wrong.")


class MeetForm(forms.Form):
    met_on = fields.DayField(label="On which day was it done?")
    evidence = fields.WordsField(label="What shows it?", rows=3, missing="Say what shows that it was done.")
    late_reason = fields.WordsField(label="If it was late, why?", rows=3, required=False)
    late_told = fields.LineField(max_length=300, label="If it was late, who was told, and when?", required=False)


class EndForm(forms.Form):
    finding = fields.WordsField(label="Which finding ended it?", rows=3, missing="Say which finding ended it.")
    ended_on = fields.DayField(label="On which day was that found?")


class DutyForm(forms.Form):
    what = fields.LineField(label="What is owed?", missing="Say what is owed.")
    strength = fields.ChoiceField(choices=(), label="How strongly does it bind?")
    owed_by = fields.ChoiceField(choices=(), label="Which seat owes it?", widget=forms.Select)
    due_on = fields.DayField(label="By which day, if one was agreed?", required=False)
    reference = fields.LineField(label="Where is that written?", required=False)

    def __init__(self, *args: Any, strengths: Choices, seats: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["strength"].choices = strengths  # type: ignore[attr-defined]
        self.fields["owed_by"].choices = [NONE_YET, *seats]  # type: ignore[attr-defined]


class DoneForm(forms.Form):
    done_on = fields.DayField(label="On which day was it done?")
    late_reason = fields.WordsField(label="If it was late, why?", rows=3, required=False)


class HandOverForm(forms.Form):
    owed_by = fields.ChoiceField(choices=(), label="Which seat owes it from now on?", widget=forms.Select)

    def __init__(self, *args: Any, seats: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["owed_by"].choices = [NONE_YET, *seats]  # type: ignore[attr-defined]
