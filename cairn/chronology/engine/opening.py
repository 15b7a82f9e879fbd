"""Having the tables of a file read by a process that can do nothing else."""

from __future__ import annotations

from cairn.chronology.engine import tables
from cairn.documents.engine import kinds
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.limits import MOST_BYTES, MOST_TABLE_TEXT
from cairn.documents.engine.looking import look
from cairn.documents.engine.refusing import Fault, NotTaken

PROGRAM = "from cairn.chronology.engine.inside import main; main()"
READ = (Kind.DOCX, Kind.XLSX, Kind.CSV)


def tables_of(name: str, content: bytes) -> tuple[tables.Table, ...]:
    """The tables of a Word, Excel or CSV file. Raises NotTaken with the sentence its sender is told."""
    if len(content) > MOST_BYTES:
        raise NotTaken(Fault.TOO_LARGE)
    kind = kinds.tell(name, content)
    if kind not in READ:
        raise NotTaken(Fault.NO_TABLES)
    return tables.read(look(content, kind, program=PROGRAM, letters=MOST_TABLE_TEXT).text)
