"""Questions about what a reader puts beside entries."""

from __future__ import annotations

from django import forms

from cairn.look import fields

NO_NAMES = "Write labels, such as Child R or Mother, in place of names."


class NothingForm(forms.Form):
    """An act that asks for no more than whether."""


class CommentForm(forms.Form):
    words = fields.WordsField(label="Your comment", missing="Write your comment.", help_text=NO_NAMES)
    read = forms.IntegerField(required=False, widget=forms.HiddenInput)  # the version in which the row was read
