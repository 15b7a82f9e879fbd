"""Questions about what was sent, what is watched, and the order of the national form."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from django import forms

from cairn.documents.forms import UploadField
from cairn.incidents.forms.opening import ClockTimeField
from cairn.incidents.queries import choices
from cairn.look import fields

SHORT = 80  # characters that one line shows
LATE = "If it was late, why?"
LATE_TOLD = "If it was late, who was told, and when?"


class Value(NamedTuple):
    """One value of the national form as it stands in the records, or as it was sent: which field, of which child."""

    id: str
    label: str
    child: str
    value: str


class SentForm(forms.Form):
    sent_on = fields.DayField(label="On which day was it sent?")
    sent_time = ClockTimeField(label="At what time?", required=True)
    submitted_by = fields.LineField(label="Who submitted it?", missing="Say who submitted it.")
    agreed_by = fields.WordsField(
        label="Who agreed to it?",
        rows=2,
        max_length=1000,
        missing="Say who agreed to it.",
        help_text="Names and posts.",
    )
    partners_views = fields.WordsField(label="What were the partners’ views then?", rows=3, required=False)
    threshold_met = fields.ChoiceField(
        choices=[("yes", "Yes"), ("no", "No")], label="Did it say that the threshold for a rapid review is met?"
    )
    system_reference = fields.LineField(label="Which reference did the system give?", max_length=60, required=False)
    copy = UploadField(label="A copy of what was sent, if there is one", required=False)
    late_reason = fields.WordsField(label=LATE, rows=3, required=False)
    late_told = fields.LineField(label=LATE_TOLD, max_length=300, required=False)

    def __init__(self, *args: Any, values: list[Value], **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.values = _by_name(values)
        for name, value in self.values.items():
            asked = f"{value.label}, {value.child}" if value.child else value.label
            self.fields[name] = _field(asked, value.value)

    def as_sent(self) -> tuple[dict[str, str], ...]:
        """The values as typed. What came into the records after the page was opened was not seen, so not sent."""
        return tuple(
            value._replace(value=self.cleaned_data[name])._asdict()
            for name, value in self.values.items()
            if name in self.data
        )

    def about_sending(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not name.startswith("value_")]

    def values_sent(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("value_")]


def _by_name(values: list[Value]) -> dict[str, Value]:
    """Each by a name of its own, which stays while somebody puts the fields in another order."""
    named, met = {}, Counter[str]()
    for value in values:
        met[value.id] += 1
        named[f"value_{value.id}_{met[value.id]}"] = value
    return named


def _field(label: str, value: str) -> forms.Field:
    """One line for what is short, more for what is not."""
    if len(value) > SHORT or "\n" in value:
        return fields.WordsField(label=label, rows=4, required=False, initial=value)
    return fields.LineField(label=label, max_length=1000, required=False, initial=value)


class CorrectedForm(SentForm):
    correction = fields.WordsField(label="What was wrong?", rows=3, missing="Say what was wrong.", max_length=1000)


class WithdrawalForm(forms.Form):
    finding = fields.WordsField(
        label="Which finding showed that the criteria were not met?",
        rows=4,
        missing="Say which finding showed that the criteria were not met.",
    )
    withdrawn_on = fields.DayField(label="On which day was that found?")


class NoticeForm(forms.Form):
    kind = fields.ChoiceField(choices=choices.NOTICES, label="What was told?")
    sent_to = fields.LineField(max_length=300, label="To whom did it go?", missing="Say to whom it went.")
    sent_on = fields.DayField(label="On which day?")
    evidence = fields.WordsField(label="What shows it?", rows=3, missing="Say what shows it.")
    late_reason = fields.WordsField(label=LATE, rows=3, required=False)
    late_told = fields.LineField(label=LATE_TOLD, max_length=300, required=False)


class WatchForm(forms.Form):
    events = fields.ChoicesField(
        choices=choices.words("reopening_events"),
        label="What would reopen the question?",
        missing="Choose what would reopen it.",
    )
    other_event = fields.WordsField(label="If something else, what?", rows=2, required=False, max_length=1000)
    look_again_on = fields.DayField(label="On which day is it looked at again?")


class RenewForm(forms.Form):
    finding = fields.WordsField(label="What was found?", rows=3, missing="Say what was found.")
    look_again_on = fields.DayField(label="On which day is it looked at again?")


class FindingForm(forms.Form):
    finding = fields.WordsField(label="What was found?", rows=3, missing="Say what was found.")
    found_on = fields.DayField(label="On which day was that found?")


class OrderForm(forms.Form):
    def __init__(self, *args: Any, order: list[tuple[str, str]], **facts: Any) -> None:
        super().__init__(*args, **facts)
        for place, (name, label) in enumerate(order, 1):
            self.fields[name] = forms.IntegerField(
                label=label,
                initial=place,
                min_value=1,
                max_value=999,
                error_messages={
                    "required": "Enter a number.",
                    "invalid": "Enter a whole number.",
                    "min_value": "Enter 1 or more.",
                    "max_value": "Enter 999 or less.",
                },
                widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            )

    def arranged(self) -> list[str]:
        """The fields by the number beside each; two with one number keep the order they had."""
        return sorted(self.fields, key=lambda name: self.cleaned_data[name])
