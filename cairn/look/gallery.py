"""What the gallery shows in each component: invented texts, no records."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator

from cairn.look import fields
from cairn.look.parts import Cell, Chosen, Column, Happening, Link, Row, Step, Task, Upload

STEPS = (
    Step("Referred", "done", "Done", "#referred"),
    Step("Notified", "done", "Done", "#notified", "working day 3 of 5"),
    Step("Scoping", "late", "Late", "#scoping", "2 agencies silent"),
    Step("Meeting", "now", "Now", "#meeting", "Friday 14 August"),
    Step("Decision", "waiting", "Waiting"),
    Step("Panel", "waiting", "Waiting"),
    Step("Review", "passed", "Does not apply"),
    Step("Draft", "waiting", "Waiting"),
    Step("Sign-off", "waiting", "Waiting"),
    Step("Publish", "waiting", "Waiting"),
    Step("Act", "waiting", "Waiting"),
    Step("Impact", "waiting", "Waiting"),
)
TASKS = (
    Task("Who told us, and when", "Completed", "#told"),
    Task("Children of the household", "In progress", "#children", "light-blue", "One of two dates of birth is missing"),
    Task("Agencies to ask", "Not yet started", "#agencies", "blue"),
    Task("Meeting", "Cannot start yet", cannot_start=True),
)
FACTS = (
    Row("Reference", "RR-2026-014"),
    Row("Became known", "Monday 3 August 2026, 16:40", (Link("Change", "#known", hidden="when it became known"),)),
    Row(
        "Lead",
        "Business manager",
        (Link("Change", "#lead", hidden="lead"), Link("Why?", "#why", hidden="this lead")),
    ),
)
COLUMNS = (
    Column("Agency", sort="ascending"),
    Column("Known?"),
    Column("Asked", sort="none"),
    Column("Days waiting", numeric=True, sort="none"),
    Column("Next step"),
)
ROWS = (
    (
        "Ambridge Hospitals",
        Cell("Known", colour="green"),
        Cell("4 August", sort="20260804"),
        6,
        Cell("Chase", "#chase", "Ambridge Hospitals"),
    ),
    (
        "Borchester Police",
        Cell("No answer", colour="red"),
        Cell("5 August", sort="20260805"),
        5,
        Cell("Chase", "#chase-2", "Borchester Police"),
    ),
    ("Felpersham School", Cell("Not known", colour="grey"), Cell("4 August", sort="20260804"), 0, "Nothing to do"),
)
SHORT_COLUMNS = ("Answer", Column("Agencies", numeric=True))
SHORT_ROWS = (("Known", 4), ("Not known", 3), ("No answer", 2))
HAPPENINGS = (
    Happening("Decision recorded", "14 August 2026", "2026-08-14", "the safeguarding partners", "A review follows."),
    Happening("Rapid review meeting held", "12 August 2026", "2026-08-12"),
)
PAGES = (Link("Overview", "#overview", current=True), Link("Agencies", "#agencies"), Link("Documents", "#documents"))
CHOSEN = (Chosen("Agency", (Link("Borchester Police", "?"),)), Chosen("State", (Link("Not answered", "?"),)))
RECEIVED = (Upload("Health summary.docx", "1", "212 kB, checked for viruses"),)


class Example(forms.Form):
    """One question of each kind."""

    reference = fields.LineField(
        label="What is the agency’s reference?",
        missing="Enter the reference on their letter.",
        help_text="As it stands on their letter.",
    )
    postcode = fields.LineField(label="Postcode", max_length=8, required=False)
    mail = fields.MailField(label="Where should we write?")
    password = forms.CharField(
        label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}), required=False
    )
    became_known = fields.DayField(label="When did it become known?", help_text="For example, 14 8 2026.")
    next_chase = fields.PickedDayField(label="When should we ask again?", help_text="For example, 14/8/2026.")
    happened = fields.WordsField(
        label="What happened?", max_length=400, missing="Say what happened.", help_text="One or two sentences."
    )
    outcome = fields.ChoiceField(
        label="What follows?",
        choices=(("review", "A local review"), ("learning", "Another kind of learning"), ("none", "Nothing further")),
        hints={"none": "Say why in the reasons."},
        missing="Choose what follows.",
    )
    told = fields.ChoiceField(label="Has the family been told?", choices=(("yes", "Yes"), ("no", "No")))
    agencies = fields.ChoicesField(
        label="Which agencies were involved?",
        choices=(("health", "Health"), ("police", "Police"), ("school", "School")),
    )
    area = fields.ChoiceField(
        label="Which area?", choices=(("", "Choose an area"), ("n", "North"), ("s", "South")), widget=forms.Select
    )
    fathers = fields.AnswerField(
        label="Fathers and other men in the household", help_text="An answer of none is different from a blank."
    )
    paper = forms.FileField(label="Add a file", required=False, help_text="Word, Excel, CSV or PDF.")
    sure = fields.TickField(
        label="I have read the papers",
        help_text="You sign with your name.",
        missing="Confirm that you have read the papers.",
    )


class Narrow(forms.Form):
    """The questions of a filter."""

    answered = fields.ChoicesField(label="Answer", choices=(("known", "Known"), ("none", "No answer")), required=False)


def texts() -> dict[str, Any]:
    """Everything that the gallery's page shows."""
    return {
        "form": Example({"became_known_day": "31", "became_known_month": "2", "became_known_year": "2026"}),
        "asked": Example(
            auto_id="example_%s",
            initial={"became_known": date(2026, 8, 3), "outcome": "review", "happened": "A child was hurt."},
        ),
        "narrow": Narrow({"answered": ["none"]}, auto_id="narrow_%s"),
        "steps": STEPS,
        "tasks": TASKS,
        "facts": FACTS,
        "columns": COLUMNS,
        "rows": ROWS,
        "short_columns": SHORT_COLUMNS,
        "short_rows": SHORT_ROWS,
        "happenings": HAPPENINGS,
        "pages": PAGES,
        "chosen": CHOSEN,
        "received": RECEIVED,
        "numbers": Paginator(range(90), 10).page(4),
        "day": date(2026, 8, 14),
        "breadcrumbs": (("Cases", "#cases"), ("RR-2026-014", "#case"), ("Gallery", "")),
        "tab_labels": (("past-week", "Past week"), ("past-year", "Past year")),
        "colours": ("grey", "green", "teal", "blue", "purple", "magenta", "red", "orange", "yellow"),
    }
