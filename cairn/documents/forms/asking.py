"""The question for a file, and the form by which the office puts one with a case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from cairn.documents.engine import taking
from cairn.documents.engine.limits import MEGABYTE, MOST_BYTES
from cairn.documents.engine.refusing import Fault, NotTaken
from cairn.documents.engine.taking import Upload
from cairn.documents.forms.receiving import TooLarge
from cairn.look import fields

Choices = list[tuple[str, str]]
TAKEN = f"Word (.docx), Excel (.xlsx), PDF, CSV, plain text, PNG or JPEG, up to {MOST_BYTES // MEGABYTE} MB"
ACCEPT = ".docx,.xlsx,.pdf,.csv,.txt,.png,.jpg,.jpeg"


class UploadField(forms.FileField):
    """A file to send. Its clean value is an `Upload`: name, bytes and kind, looked at and fit to be kept."""

    def __init__(self, *, missing: str = "Choose a file to send.", help_text: str = TAKEN, **options: Any) -> None:
        options.setdefault("widget", forms.FileInput(attrs={"accept": ACCEPT}))
        messages = {"required": missing, "invalid": missing, "missing": missing, "empty": missing}
        super().__init__(help_text=help_text, error_messages=messages, allow_empty_file=True, **options)

    def to_python(self, data: Any) -> Any:
        """What was sent, looked at. Raises ValidationError with the sentence that says why it is not taken."""
        if isinstance(data, TooLarge):
            raise ValidationError(Fault.TOO_LARGE.sentence, "too_large")
        sent = super().to_python(data)
        if sent is None:
            return None
        try:
            return taking.take(str(sent.name), sent.read(), settings.CLAMD_SOCKET)
        except NotTaken as refused:
            raise ValidationError(refused.sentence, "not_taken") from None

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        """The file, or None where none was sent and none is needed."""
        return super().clean(data, initial) or None


class PutFileForm(forms.Form):
    upload = UploadField(label="Which file?")
    purpose = fields.ChoiceField(choices=(), label="What is it?", missing="Choose what it is.")
    agency = fields.ChoiceField(choices=(), label="Whose is it?", required=False, widget=forms.Select)
    read_action = fields.ChoiceField(choices=(), label="Who may read it?", missing="Choose who may read it.")

    def __init__(self, *args: Any, purposes: Choices, agencies: Choices, readers: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["purpose"].choices = purposes  # type: ignore[attr-defined]
        self.fields["agency"].choices = [("", "No agency's"), *agencies]  # type: ignore[attr-defined]
        self.fields["read_action"].choices = readers  # type: ignore[attr-defined]
