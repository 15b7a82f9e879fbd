"""Questions about what a review asks."""

from __future__ import annotations

from django import forms

from cairn.look import fields

NO_NAMES = (
    "In plain words, with no names: agencies are shown it too. Such as: how were fathers who live apart included?"
)


class LineForm(forms.Form):
    question = fields.WordsField(
        label="What is asked?", max_length=1000, rows=3, missing="Enter what is asked.", help_text=NO_NAMES
    )
    came_from = fields.WordsField(
        label="Why is it asked, or where did it come from?",
        max_length=1000,
        rows=3,
        required=False,
        help_text="Such as the rapid review, the national Panel or the family. No names here either.",
    )


class ChangeLineForm(LineForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class PutAsideForm(forms.Form):
    reason = fields.WordsField(
        label="Why is it put aside?",
        max_length=300,
        rows=3,
        missing="Say why this line is put aside.",
        help_text="No names: whoever reads the line reads this.",
    )


class TakeUpForm(forms.Form):
    """An act that asks no question."""
