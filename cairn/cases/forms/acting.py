"""The questions that many acts share: none but whether, why, and which version was read."""

from __future__ import annotations

from django import forms

from cairn.look import fields


class NothingForm(forms.Form):
    """An act that asks for no more than whether."""


class ReasonForm(forms.Form):
    reason = fields.WordsField(max_length=300, rows=3, label="Why?", missing="Say why.")


class VersionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
