"""What an administrator asks agencies for, as a template: the usual columns, and a reading of her own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cairn.chronology.engine.columns import MANDATORY, Columns, Template
from cairn.chronology.engine.headings import Column


@dataclass(frozen=True)
class Asked:
    """One column that agencies are asked for; without `column` it is the partnership's own, and kept as it is."""

    heading: str
    column: Column | None = None
    mandatory: bool = False
    instruction: str = ""


# What a chronology usually asks for, in the order in which an author fills it (practice B10).
USUALLY_ASKED = (
    Asked("Start date", Column.START_DATE, True, "As the record has it. In doubt, put ? in front: ?22 May 2016."),
    Asked("Start time", Column.START_TIME, False, "If the record gives one."),
    Asked("End date", Column.END_DATE, False, "Only where it lasted longer than a day."),
    Asked("Date it became known", Column.KNOWN_ON, False, "Where your agency learnt of it later."),
    Asked("Sequence", Column.SEQUENCE, False, "1, 2, 3 for events of one day whose times are not known."),
    Asked("Source of information", Column.SOURCE, True, "Record and page. Leave your agency out: Cairn adds it."),
    Asked("Persons concerned", Column.PERSONS, False, "Whom it concerns, and who was there."),
    Asked("Event or contact", Column.EVENT, True, "What happened, one thing in one row, in the words of the record."),
    Asked("Child seen or spoken to", Column.SEEN, False, "Yes, no, seen alone; and what the child said."),
    Asked("Action taken or decision", Column.ACTION, False, "What your agency did, or decided not to do."),
    Asked("Expected practice", Column.EXPECTED, False, "What your procedures asked for at the time."),
    Asked("Author’s comment", Column.COMMENT, False, "What you make of it, with hindsight."),
    Asked("Department", Column.DEPARTMENT, False, "Which service of your agency, if there are several."),
)


def template_of(asked: Iterable[Asked]) -> Template:
    """The template that a return is read by. A date and a source are asked for whatever the administrator ticks."""
    columns = tuple(asked)
    own = {each.heading: each.column for each in columns if each.column is not None}
    return Template(
        headings=own,
        kept=frozenset(each.heading for each in columns if each.column is None),
        mandatory=MANDATORY | {each.column for each in columns if each.mandatory and each.column is not None},
        mandatory_headings=frozenset(each.heading for each in columns if each.mandatory and each.column is None),
        instructions={each.column: each.instruction for each in columns if each.column and each.instruction},
    )


def columns_by_label(template: Template) -> Columns:
    """Columns as they are called on pages: for a row that is put right there, not in its file."""
    called = {column: heading for heading, column in template.headings.items()}
    headings = tuple(called.get(column, column.label) for column in Column)
    return Columns({column: place for place, column in enumerate(Column)}, headings)
