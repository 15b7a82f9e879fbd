"""What a source prints of a published review. Shape only."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from cairn.look import fields
from cairn.look.fields import MONTHS
from cairn.publication.commands import Printed
from cairn.publication.queries import DOCUMENT_KINDS, OneReview

NOT_KNOWN = "Leave it empty if the source does not print it."
A_YEAR = "Enter a year, such as 2021."
NUMBERED = re.compile(r"(\d+(?:\s*\([ivx]+\))?)[.:)]?\s+(\S.*)")
MONTH_CHOICES = [("", "Not known"), *((str(number), name.capitalize()) for number, name in enumerate(MONTHS, 1))]
KIND_NAMES = ", ".join(label.lower() for value, label in DOCUMENT_KINDS if value != "other")


def _year(label: str) -> forms.IntegerField:
    wrong = dict.fromkeys(("invalid", "min_value", "max_value"), A_YEAR)
    return forms.IntegerField(
        label=label, help_text=NOT_KNOWN, required=False, min_value=1900, max_value=2200, error_messages=wrong
    )


def _month(label: str) -> forms.Field:
    return fields.ChoiceField(label=label, choices=MONTH_CHOICES, widget=forms.Select, required=False)


class PrintedForm(forms.Form):
    pseudonym = fields.LineField(
        label="Under which pseudonym was it published?",
        help_text="Such as Child K. Never a real name, a birth date or what happened to the child.",
        max_length=60,
        missing="Enter the pseudonym that was published.",
    )
    review_type = fields.LineField(
        label="What kind of review was it, as printed?",
        max_length=120,
        missing="Enter the type of review, as printed.",
    )
    month = _month("Month of publication")
    year = _year("Year of publication")
    source = fields.LineField(
        label="Which source prints this?", max_length=200, missing="Enter the source that prints it."
    )
    other_month = _month("Month that another source prints, if it disagrees")
    other_year = _year("Year that the other source prints")
    other_source = fields.LineField(label="Which source disagrees?", required=False, max_length=200)
    commissioned = fields.LineField(
        label="When was it commissioned, as printed?", help_text=NOT_KNOWN, required=False, max_length=60
    )
    completed = fields.LineField(
        label="When was it completed, as printed?", help_text=NOT_KNOWN, required=False, max_length=60
    )
    method = fields.LineField(label="How was it carried out?", help_text=NOT_KNOWN, required=False, max_length=200)
    edition = fields.LineField(
        label="Under which guidance, as printed?", help_text=NOT_KNOWN, required=False, max_length=120
    )
    decided_on = fields.DayField(label="When was the review decided on?", help_text=NOT_KNOWN, required=False)
    documents = fields.WordsField(
        label="Which documents does the source name?",
        help_text=f"One a line: {KIND_NAMES}, or its title. A title of its own follows the kind and a colon.",
        required=False,
    )
    recommendations = fields.WordsField(
        label="What was recommended, in our own words?",
        help_text="One a line, beginning with its number as printed, such as 4 (ii).",
        required=False,
    )

    def clean_recommendations(self) -> tuple[tuple[str, str], ...]:
        lines = _lines(self.cleaned_data["recommendations"])
        found = [NUMBERED.fullmatch(line) for line in lines]
        if not all(found):
            raise forms.ValidationError("Begin each line with the number of the recommendation, such as 3.")
        return tuple((match[1], match[2]) for match in found if match)

    def clean_documents(self) -> tuple[tuple[str, str], ...]:
        return tuple(_document(line) for line in _lines(self.cleaned_data["documents"]))

    @property
    def printed(self) -> Printed:
        """What was typed, as a command takes it."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "why"}
        months = {name: int(typed[name]) if typed[name] else None for name in ("month", "other_month")}
        return Printed(**{**typed, **months})


class CorrectForm(PrintedForm):
    why = fields.LineField(
        label="Why is the record corrected?", max_length=300, missing="Say why the record is corrected."
    )


def _lines(text: str) -> list[str]:
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


def _document(line: str) -> tuple[str, str]:
    kinds = {label.lower(): value for value, label in DOCUMENT_KINDS if value != "other"}
    before, _, title = line.partition(": ")
    kind = kinds.get(before.lower(), "other")
    return (title or before, kind) if kind != "other" else (line, kind)


def as_typed(review: OneReview) -> dict[str, Any]:
    """A record as somebody would have typed it, to begin a correction with."""
    typed = {name: getattr(review, name) for name in PrintedForm.base_fields if hasattr(review, name)}
    labels = dict(DOCUMENT_KINDS)
    documents = [_line(row.title, row.kind, labels[row.kind]) for row in review.documents.all()]
    recommendations = [f"{row.number} {row.words}" for row in review.recommendations.all()]
    return typed | {"documents": "\n".join(documents), "recommendations": "\n".join(recommendations)}


def _line(title: str, kind: str, label: str) -> str:
    if kind == "other" or title.lower() == label.lower():
        return title
    return f"{label}: {title}"
