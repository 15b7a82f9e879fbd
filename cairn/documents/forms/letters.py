"""The question for a new version of a letter."""

from __future__ import annotations

from django import forms

from cairn.documents.forms.asking import UploadField
from cairn.look import fields


class UploadLetterForm(forms.Form):
    upload = UploadField(
        label="Which Word file?",
        help_text="A Word document (.docx) in which each field is written as {{ its_name }}",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )
    note = fields.LineField(
        label="What is new in it?",
        help_text="Such as: our new address, or: clearer words about secure mail.",
        max_length=300,
        missing="Say what is new in it.",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)
