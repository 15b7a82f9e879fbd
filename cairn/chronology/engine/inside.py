"""What runs in the confined process: the parser of one kind, and the tables it reads."""

from __future__ import annotations

from collections.abc import Callable

from cairn.chronology.engine import separated, sheets, word_tables
from cairn.chronology.engine.tables import Table, written
from cairn.documents.engine import child
from cairn.documents.engine.child import confining
from cairn.documents.engine.child import inside as parsers
from cairn.documents.engine.kinds import Kind

READERS: dict[Kind, Callable[[bytes], list[Table]]] = {
    Kind.DOCX: word_tables.tables_of,
    Kind.XLSX: sheets.tables_of,
    Kind.CSV: separated.tables_of,
}


def ready(kind: Kind) -> parsers.Look:
    """What reads the tables of this kind, with everything it will need already loaded."""
    parsers.ready(kind)
    reader = READERS[kind]
    return lambda content, _reads: written(reader(content))


def main(confine: child.Confine = confining.confine) -> None:
    """Read the tables of the file on standard input, of the kind named by the first argument."""
    child.main(confine, ready)
