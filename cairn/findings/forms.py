"""Questions about findings: shape only. Rules live in policies."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]
NO_NAMES = "Write labels, such as Child R or Mother, in place of names."


class FindingForm(forms.Form):
    words = fields.WordsField(label="What is found?", missing="Write what is found, without names.", help_text=NO_NAMES)


class ChangeFindingForm(FindingForm):
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class RestForm(forms.Form):
    finding = fields.ChoiceField(choices=(), label="Which finding rests on it?", missing="Choose a finding.")
    why = fields.WordsField(label="What does the entry show?", rows=3, required=False, help_text=NO_NAMES)
    read = forms.IntegerField(required=False, widget=forms.HiddenInput)  # the version in which the row was read

    def __init__(self, *args: Any, findings: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["finding"].choices = findings  # type: ignore[attr-defined]
