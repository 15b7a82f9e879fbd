"""Rows as the engine knows them, made from what is stored."""

from __future__ import annotations

from cairn.chronology.engine.asking import Asked, template_of
from cairn.chronology.engine.columns import Template
from cairn.chronology.engine.dates import read
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Fault, Row, understood
from cairn.chronology.models import Chronology, EntryText


def row_of(text: EntryText, faults: tuple[Fault, ...] = ()) -> Row:
    """A stored row as the engine knows it, its dates read again from what was written."""
    row = Row(
        id=text.ident,
        agency=text.version.agency.name,
        department=text.department,
        file=called(text),
        table=text.table_number,
        number=text.row_number,
        texts={Column(name): words for name, words in text.columns.items()},
        others=dict(text.others),
        when=None,
        faults=faults,
    )
    return understood(row, read)


def called(text: EntryText) -> str:
    """Which file a row comes from, without the name it came with: that may name a child."""
    return f"{text.version.agency.short_name} version {text.version.number}, file {text.file.number}"


def template(chronology: Chronology) -> Template:
    """What agencies are asked for, as the template their returns are read by."""
    return template_of(
        Asked(each.heading, Column(each.column) if each.column else None, each.mandatory, each.instruction)
        for each in chronology.columns.all()
    )
