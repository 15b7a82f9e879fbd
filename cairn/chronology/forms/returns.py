"""Questions about what an agency sends in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cairn.chronology.commands import ReadIn
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.opening import tables_of
from cairn.documents.engine.refusing import NotTaken
from cairn.documents.engine.taking import Upload
from cairn.documents.forms import UploadField
from cairn.look import fields

TAKEN = "Word (.docx), Excel (.xlsx) or CSV, with the headings over the columns."
LONG = frozenset({Column.EVENT, Column.ACTION, Column.COMMENT, Column.EXPECTED, Column.SEEN, Column.PERSONS})


class TablesField(UploadField):
    """A file whose tables can be read. Its clean value is a `ReadIn`: the file as looked at, and its tables."""

    def __init__(self, **options: Any) -> None:
        widget = forms.FileInput(attrs={"accept": ".docx,.xlsx,.csv"})
        super().__init__(help_text=TAKEN, widget=widget, missing="Choose the file with the chronology.", **options)

    def to_python(self, data: Any) -> Any:
        """The file and its tables. Raises ValidationError with the sentence that says why it is not taken."""
        upload: Upload | None = super().to_python(data)
        if upload is None:
            return None
        try:
            return ReadIn(upload, tables_of(upload.name, upload.content))
        except NotTaken as refused:
            raise ValidationError(refused.sentence, "not_taken") from None


class TakeForm(forms.Form):
    read_in = TablesField(label="Which file?")
    why = fields.WordsField(label="What is corrected?", rows=3, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, corrects: bool, **facts: Any) -> None:
        super().__init__(*args, **facts)
        if not corrects:
            del self.fields["why"]


class AddFileForm(forms.Form):
    department = fields.LineField(
        label="Which department is it from?", max_length=120, missing="Say which department it is from."
    )
    read_in = TablesField(label="Which file?")
    version = forms.IntegerField(widget=forms.HiddenInput)


class RecordForm(TakeForm):
    received_from = fields.LineField(label="Who sent it?", missing="Enter who sent it, with the post.")
    received_on = fields.DayField(label="On which day did it come?")
    received_how = fields.LineField(
        label="How did it come?", missing="Say how it came, such as by the council's secure mail."
    )


class SendForm(forms.Form):
    faults_known = fields.TickField(label="We know of what is still to be put right", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, faults: int, **facts: Any) -> None:
        super().__init__(*args, **facts)
        if not faults:
            del self.fields["faults_known"]


class NothingToTellForm(forms.Form):
    searched = fields.WordsField(
        label="What was searched?",
        rows=4,
        missing="Say under which names and in which records you searched.",
        help_text="Which names, birth dates and addresses, in which records, back to when.",
    )
    confirmed_by = fields.LineField(
        label="Who confirms this for the agency?",
        missing="Enter who confirms this for the agency, with the post.",
        help_text="Name and post.",
    )


class WhyForm(forms.Form):
    why = fields.WordsField(label="What has to be corrected?", rows=3, missing="Say what has to be corrected.")


class QuestionsForm(forms.Form):
    questions = fields.WordsField(label="What do you ask?", missing="Write what you ask.")
    version = forms.IntegerField(widget=forms.HiddenInput)


class RecordSignOffForm(forms.Form):
    signed_name = fields.LineField(
        label="Who signed it off?", missing="Enter who signed it off, with the post.", help_text="Name and post."
    )
    signed_how = fields.LineField(
        label="How and when did the sign-off come?", max_length=300, missing="Say how and when the sign-off came."
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class RowForm(forms.Form):
    """One row of a draft: a box for each column it has, or that it lacks and must have."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, columns: Sequence[tuple[Column, str, str]], others: Sequence[str], **facts: Any
    ) -> None:
        super().__init__(*args, **facts)
        self.columns, self.others = [column for column, _, _ in columns], list(others)
        for column, label, instruction in columns:
            self.fields[column.value] = _box(label, instruction, long=column in LONG)
        for place, heading in enumerate(others):
            self.fields[f"own_{place}"] = _box(heading, "", long=True)

    def said(self) -> dict[Column, str]:
        """What is typed in the columns, by what they are for."""
        return {column: self.cleaned_data[column.value] for column in self.columns}

    def said_beside(self) -> dict[str, str]:
        """What is typed in columns of the agency's own, by their headings."""
        return {heading: self.cleaned_data[f"own_{place}"] for place, heading in enumerate(self.others)}


def _box(label: str, instruction: str, *, long: bool) -> forms.Field:
    if long:
        return fields.WordsField(label=label, help_text=instruction, max_length=30_000, rows=3, required=False)
    return fields.LineField(label=label, help_text=instruction, max_length=2_000, required=False)
