"""Questions about what a reader puts beside entries."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]
NO_NAMES = "Write labels, such as Child R or Mother, in place of names."


class CommentForm(forms.Form):
    words = fields.WordsField(label="Your comment", missing="Write your comment.", help_text=NO_NAMES)
    read = forms.IntegerField(required=False, widget=forms.HiddenInput)  # the version in which the row was read


class EpisodeForm(forms.Form):
    title = fields.LineField(
        label="What is the episode called?", max_length=120, missing="Enter a title, without names."
    )
    why = fields.WordsField(label="Why does it matter?", missing="Say why the episode matters.", help_text=NO_NAMES)


class ChangeEpisodeForm(EpisodeForm):
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MarkForm(forms.Form):
    value = fields.ChoiceField(
        choices=(),
        label="What does the entry bear on?",
        missing="Choose a theme, a line of enquiry or an episode.",
        widget=forms.Select,
    )

    def __init__(self, *args: Any, values: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["value"].choices = [("", "Choose one"), *values]  # type: ignore[attr-defined]


class FromDayForm(forms.Form):
    day = fields.PickedDayField(label="Show entries from", required=False)


class ChosenForm(forms.Form):
    entries = fields.ChoicesField(choices=(), label="Which entries belong to it?", missing="Choose at least one entry.")
    day = forms.CharField(required=False, widget=forms.HiddenInput)
    page = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, entries: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["entries"].choices = entries  # type: ignore[attr-defined]
