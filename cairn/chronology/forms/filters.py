"""Questions that narrow the combined chronology, and those about keeping and taking away what they leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields as fields_of
from typing import Any

from django import forms

from cairn.chronology.queries.filters import SEEN_CHOICES, Filters
from cairn.look import fields

Choices = list[tuple[str, str]]
LONGEST_WORDS = 60
NAMES_SOMEBODY = (
    "The address of a page must not carry a name, and these words hold one. Choose the person or place from the list."
)


class FiltersForm(forms.Form):
    """Each question has the name of the field of `Filters` that it fills."""

    agency = fields.ChoicesField(choices=(), label="Agency", required=False)
    who = fields.ChoicesField(
        choices=(),
        label="Who or where",
        required=False,
        help_text="Rows in which any name on record of the person or place is written.",
    )
    since = fields.DayField(label="From", required=False, help_text="A row is in if it can have been in the period.")
    until = fields.DayField(label="To", required=False)
    marked = fields.ChoicesField(choices=(), label="Theme, line of enquiry or episode", required=False)
    seen = fields.ChoiceField(choices=(), label="Was the child seen?", required=False)
    words = fields.LineField(
        label="Words in the row",
        required=False,
        max_length=LONGEST_WORDS,
        help_text="No names: what you write here stands in the address of the page.",
    )
    doubtful = fields.TickField(label="Only dates in doubt", required=False)
    faulty = fields.TickField(label="Only rows with something to put right", required=False)
    no_notes = fields.TickField(label="Leave out authors’ notes to themselves", required=False)

    def __init__(
        self,
        *args: Any,
        agencies: Choices,
        people: Choices,
        marks: Choices,
        names_somebody: Callable[[str], bool],
        **facts: Any,
    ) -> None:
        super().__init__(*args, **facts)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]
        self.fields["who"].choices = people  # type: ignore[attr-defined]
        self.fields["seen"].choices = [("", "Either"), *SEEN_CHOICES]  # type: ignore[attr-defined]
        self.names_somebody = names_somebody
        self.fields["marked"].choices = marks  # type: ignore[attr-defined]
        for name, offered in (("who", people), ("marked", marks)):
            if not offered:
                del self.fields[name]

    def clean_words(self) -> str:
        """The words, unless they hold a name: nothing that a browser or a server keeps of an address may hold one."""
        typed = " ".join(str(self.cleaned_data["words"]).split())
        if typed and self.names_somebody(typed):
            raise forms.ValidationError(NAMES_SOMEBODY)
        return typed

    def clean(self) -> dict[str, Any]:
        """The last day of a period is not before its first."""
        kept = super().clean() or {}
        since, until = kept.get("since"), kept.get("until")
        if since and until and until < since:
            self.add_error("until", "The last day cannot come before the first.")
        return kept

    @property
    def filters(self) -> Filters | None:
        """What was chosen; none if it cannot be read."""
        if not self.is_valid():
            return None
        typed = self.cleaned_data
        given: dict[str, Any] = {}
        for field in fields_of(Filters):
            value = typed.get(field.name)
            if value:
                given[field.name] = tuple(value) if isinstance(value, list) else value
        return Filters(**given)


class SaveViewForm(forms.Form):
    title = fields.LineField(
        max_length=60,
        label="What do you call this view?",
        missing="Give the view a title.",
        help_text="No names: others may see your screen.",
    )
    query = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)


class ExportForm(forms.Form):
    form = fields.ChoiceField(choices=(), label="As what?", missing="Choose what kind of file.")
    whole = fields.ChoiceField(
        choices=(("", "What the filters leave"), ("yes", "The whole chronology")), label="Which rows?", required=False
    )
    query = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, offered: Choices, filtered: bool, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["form"].choices = offered  # type: ignore[attr-defined]
        if not filtered:
            del self.fields["whole"]
