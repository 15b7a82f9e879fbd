"""The first report: a short form, with as many children as were named, and no script needed to add one."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]
MOST_CHILDREN = 12
LABEL = "A label for every page, such as Child R. Never a real name."


class ClockTimeField(forms.TimeField):
    def __init__(self, *, required: bool = False, **options: Any) -> None:
        wrong = "Enter a time such as 16:40."
        super().__init__(
            required=required,
            input_formats=["%H:%M", "%H.%M", "%H%M"],
            error_messages={"invalid": wrong, "required": wrong},
            widget=forms.TextInput(),
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if hasattr(value, "hour") else value


class BeginForm(forms.Form):
    aware_on = fields.DayField(label="On which day did it become known to the council?")


class OpeningForm(forms.Form):
    kind = fields.ChoiceField(choices=(), label="What brings the case here?")
    label = fields.LineField(
        label="What is the case called here?",
        max_length=60,
        missing="Enter a label that says nothing of who the child is, such as Child R.",
        help_text=LABEL,
    )
    told_by = fields.LineField(
        label="Who told us?",
        missing="Enter who told the partnership.",
        help_text="Name and post of the professional, or that it was family or the public.",
    )
    source = fields.ChoiceField(choices=(), label="What kind of source is that?", required=False, widget=forms.Select)
    aware_on = fields.DayField(
        label="On which day did it become known to the council?",
        help_text="This day must be exact: the clock starts from it.",
    )
    aware_time = ClockTimeField(label="At what time, if known?")
    what_happened = fields.WordsField(label="What happened, in a sentence?", rows=3, required=False, max_length=2000)
    place = fields.LineField(
        label="Where did it happen?",
        max_length=60,
        required=False,
        help_text="A label, such as Home A, not an address.",
    )
    place_kind = fields.ChoiceField(
        choices=(), label="What kind of place is that?", required=False, widget=forms.Select
    )
    address = fields.LineField(label="What is its address, if known?", max_length=300, required=False)

    def __init__(self, *args: Any, kinds: Choices, sources: Choices, places: Choices, children: int, **facts: Any):
        super().__init__(*args, **facts)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["source"].choices = [("", "Not known yet"), *sources]  # type: ignore[attr-defined]
        self.fields["place_kind"].choices = [("", "Not known yet"), *places]  # type: ignore[attr-defined]
        self.children = max(1, min(children, MOST_CHILDREN))
        for number in range(self.children):
            self._ask_of_child(number)

    def _ask_of_child(self, number: int) -> None:
        asked = {
            "label": fields.LineField(label="Called here", max_length=60, required=False, help_text=LABEL),
            "given_names": fields.LineField(label="Given names, if known", max_length=120, required=False),
            "family_name": fields.LineField(label="Family name, if known", max_length=120, required=False),
            "born": fields.DayField(label="Date of birth, if known", required=False),
        }
        for name, field in asked.items():
            self.fields[f"child_{number}_{name}"] = field

    def questions_of_children(self) -> list[list[forms.BoundField]]:
        names = ("label", "given_names", "family_name", "born")
        return [[self[f"child_{number}_{name}"] for name in names] for number in range(self.children)]

    def other_questions(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not name.startswith("child_")]
