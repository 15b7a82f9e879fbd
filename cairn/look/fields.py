"""Form fields whose errors are sentences that say how to put it right. Shape only: rules live in policies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
PARTS = ("day", "month", "year")
REAL_DATE = "Enter a real date, such as 14 8 2026."


class DayWidget(forms.MultiWidget):
    """Three boxes: day, month, year."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({part: forms.TextInput() for part in PARTS}, attrs)

    def decompress(self, value: object) -> list[str]:
        """The three boxes of a date that is already known."""
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return ["", "", ""]


class DayField(forms.MultiValueField):
    """A day in three boxes. A month may be written as a number or a name; a year needs its four digits."""

    widget = DayWidget

    def __init__(self, *, missing: str = "Enter a date, such as 14 8 2026.", **options: Any) -> None:
        fields = tuple(forms.CharField(required=False, max_length=20) for _ in PARTS)
        self.missing = missing
        super().__init__(fields, require_all_fields=False, **options)

    def clean(self, value: Any) -> date | None:
        """The day that the boxes mean, or None if all are empty and none is needed.

        Raises ValidationError with one sentence, naming the boxes that are wrong.
        """
        typed = [str(part or "").strip() for part in (value or ("", "", ""))]
        if not any(typed):
            if self.required:
                raise ValidationError(self.missing, "required")
            return None
        return read_day(*typed)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the boxes say another day than they did."""
        before = initial if isinstance(initial, list) else DayWidget().decompress(initial)
        return [str(part or "") for part in before] != [str(part or "") for part in (data or ["", "", ""])]


def read_day(day: str, month: str, year: str) -> date:
    """The date of three boxes.

    Raises ValidationError if a box is empty, the year is not four digits, or there is no such day.
    """
    empty = [name for name, text in zip(PARTS, (day, month, year), strict=True) if not text]
    if empty:
        raise _wrong(f"The date must include a {' and '.join(empty)}.", empty)
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise _wrong("Enter the year with four digits, such as 2026.", ["year"])
    month_number = _month_number(month)
    if month_number is None:
        raise _wrong(REAL_DATE, ["month"])
    if not (day.isascii() and day.isdigit()):
        raise _wrong(REAL_DATE, ["day"])
    try:
        return date(int(year), month_number, int(day))
    except (ValueError, OverflowError):
        raise _wrong(REAL_DATE, PARTS) from None


def _month_number(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 2 and 1 <= int(text) <= 12 else None
    named = [n for n, name in enumerate(MONTHS, 1) if len(text) >= 3 and name.startswith(text.lower())]
    return named[0] if named else None


def _wrong(sentence: str, boxes: Sequence[str]) -> ValidationError:
    return ValidationError(sentence, "invalid", {"boxes": tuple(boxes)})


class PickedDayInput(forms.DateInput):
    """One box with a calendar beside it where script runs. Without script, a box for 14/8/2026."""

    def format_value(self, value: object) -> str:
        """14/8/2026, or what was typed."""
        return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else str(value or "")


class PickedDayField(forms.DateField):
    """A day near today, typed as 14/8/2026 or picked from a calendar. For days long ago use DayField."""

    widget = PickedDayInput

    def __init__(self, *, missing: str = "Enter a date, such as 14/8/2026.", **options: Any) -> None:
        options.setdefault("error_messages", {"required": missing, "invalid": "Enter a real date, such as 14/8/2026."})
        super().__init__(input_formats=["%d/%m/%Y", "%d %m %Y", "%d %B %Y", "%d %b %Y"], **options)


def _say(field: forms.CharField, missing: str, max_length: int) -> None:
    """Put this field's errors in sentences of ours."""
    field.error_messages["required"] = missing
    field.error_messages["max_length"] = f"Write {max_length:,} characters or fewer."


class WordsField(forms.CharField):
    """Several lines of plain text with a limit that the page counts down."""

    widget = forms.Textarea

    def __init__(
        self, *, max_length: int = 4000, rows: int = 5, missing: str = "Write an answer.", **options: Any
    ) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        options.setdefault("strip", True)
        super().__init__(max_length=max_length, **options)
        _say(self, missing, max_length)

    def to_python(self, value: Any) -> str | None:
        """The text with one kind of line ending, so that its length is what the page counted."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class LineField(forms.CharField):
    """One line of plain text."""

    def __init__(self, *, max_length: int = 200, missing: str = "Write an answer.", **options: Any) -> None:
        super().__init__(max_length=max_length, **options)
        _say(self, missing, max_length)


class MailField(forms.EmailField):
    """An address to write to."""

    def __init__(self, *, missing: str = "Enter an email address, such as name@example.org.", **options: Any) -> None:
        options.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}))
        wrong = "Enter an email address with an @ and what follows it, such as name@example.org."
        longest = options.setdefault("max_length", 254)  # what mail itself can carry (RFC 5321)
        super().__init__(error_messages={"required": missing, "invalid": wrong}, **options)
        _say(self, missing, longest)


class TickField(forms.BooleanField):
    """One box that must be ticked, or may be."""

    def __init__(self, *, missing: str = "Tick the box to go on.", **options: Any) -> None:
        super().__init__(error_messages={"required": missing}, **options)


class OptionRadios(forms.RadioSelect):
    """Radios whose choices may carry hints."""

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = (), hints: dict[str, str] | None = None):
        super().__init__(attrs, choices)
        self.option_hints = hints or {}


class ChoiceField(forms.ChoiceField):
    """One of several, as radios, none chosen beforehand."""

    def __init__(self, *, missing: str = "Choose one.", hints: dict[str, str] | None = None, **options: Any) -> None:
        options.setdefault("widget", OptionRadios(hints=hints))
        messages = {"required": missing, "invalid_choice": "Choose one of those listed."}
        options.setdefault("error_messages", messages)
        super().__init__(**options)


class ChoicesField(forms.MultipleChoiceField):
    """Any of several, as checkboxes."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, missing: str = "Choose at least one.", **options: Any) -> None:
        messages = {"required": missing, "invalid_choice": "Choose only from those listed."}
        super().__init__(error_messages=messages, **options)


class HowAnswered(StrEnum):
    """The four different answers to a question of fact; a blank is none of them."""

    GIVEN = "given"
    NONE = "none"
    NOT_KNOWN = "not_known"
    NOT_ASKED = "not_asked"


ANSWERS = (
    (HowAnswered.GIVEN, "Yes, as follows"),
    (HowAnswered.NONE, "None"),
    (HowAnswered.NOT_KNOWN, "Not known"),
    (HowAnswered.NOT_ASKED, "Not asked"),
)


@dataclass(frozen=True)
class Answer:
    """A fact as somebody answered it. There are words exactly when it was given."""

    how: HowAnswered
    words: str = ""


class AnswerWidget(forms.MultiWidget):
    """Radios for how it was answered, and room for the words."""

    def __init__(self, choices: Any = ANSWERS, words_label: str = "What is known?", rows: int = 3) -> None:
        self.words_label = words_label
        self.rows = rows
        super().__init__({"how": forms.RadioSelect(choices=choices), "words": forms.Textarea()})

    def decompress(self, value: object) -> list[str]:
        """The two parts of an answer that is already known."""
        return [value.how.value, value.words] if isinstance(value, Answer) else ["", ""]


class AnswerField(forms.MultiValueField):
    """A question of fact that must not be left blank: given, none, not known or not asked."""

    def __init__(
        self,
        *,
        max_length: int = 4000,
        missing: str = "Say what is known, or choose none, not known or not asked.",
        words_label: str = "What is known?",
        given: str = "Yes, as follows",
        **options: Any,
    ) -> None:
        choices = ((HowAnswered.GIVEN, given), *ANSWERS[1:])
        fields = (
            ChoiceField(choices=choices, required=False, missing=missing),
            WordsField(max_length=max_length, required=False),
        )
        self.missing = missing
        super().__init__(fields, require_all_fields=False, widget=AnswerWidget(choices, words_label), **options)

    def clean(self, value: Any) -> Answer | None:
        """The answer, or None if nothing was chosen and none is needed.

        Raises ValidationError if nothing was chosen, or if it was given without words.
        """
        how, words = value or ("", "")
        if not how and self.required:
            raise ValidationError(self.missing, "required")
        if not how and words:
            raise ValidationError("Choose how it was answered, so that what you wrote is kept.", "both")
        if not how:
            return None
        chosen = HowAnswered(self.fields[0].clean(how))
        text = self.fields[1].clean(words)
        if chosen is not HowAnswered.GIVEN and text:
            raise ValidationError(
                "You chose that nothing is given, but wrote something. Change one or the other.", "both"
            )
        if chosen is not HowAnswered.GIVEN:
            return Answer(chosen)
        if not text:
            raise ValidationError("Write what is known.", "required")
        return Answer(chosen, text)
