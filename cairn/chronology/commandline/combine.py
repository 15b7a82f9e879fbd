"""`cairn combine FILE… --out OUT`: agencies' chronologies put in one order, with everything that is wrong with them."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cairn.chronology.commandline.people import labels_of
from cairn.chronology.engine.combined import by_labels, fault_by_labels, report_document
from cairn.chronology.engine.dates import read
from cairn.chronology.engine.finding import find
from cairn.chronology.engine.merging import merge
from cairn.chronology.engine.opening import tables_of
from cairn.chronology.engine.returns import Return, parse
from cairn.chronology.engine.rows import Fault
from cairn.chronology.engine.writing import WRITERS
from cairn.documents.engine.refusing import NotTaken
from cairn.guidance.commandline.arguments import Arguments, answer, tell
from cairn.guidance.refusals import CannotAnswer
from cairn.kernel import clock
from cairn.names.relabelling import Relabelling

REAL, PSEUDONYM = "real", "pseudonym"


@dataclass(frozen=True)
class Given:
    """A file somebody named, and the agency it is from."""

    path: Path
    agency: str


def run(arguments: list[str]) -> int:
    """Combine the files. Exit code 0, also where something is to be put right; 2 with sentences for wrong input.

    Nothing is written unless every file can be read; a row with a fault is kept, marked, and said on standard error.
    """
    try:
        asked = _read(arguments)
        labels = labels_of(Path(asked.people)) if asked.people else None
        returns = _returns(_given(asked))
        if labels is not None and asked.view == PSEUDONYM:
            returns = [_relabelled(each, labels) for each in returns]
        _write(asked, returns)
    except CannotAnswer as refusal:
        tell(str(refusal))
        return 2
    tell(*_sentences(returns))
    if asked.json:
        rows, faults = (sum(map(len, each)) for each in zip(*((one.rows, one.faults) for one in returns), strict=True))
        answer({"out": asked.out, "files": len(returns), "rows": rows, "faults": faults})
    return 0


def _read(arguments: list[str]) -> Namespace:
    parser = Arguments(
        prog="cairn combine", description="Agencies' chronologies as one, in the order of what happened."
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="Word with tables, Excel or CSV; named as its agency")
    parser.add_argument(
        "--agency", action="append", default=[], metavar="NAME=FILE", help="a file, and the agency it is from"
    )
    parser.add_argument("--out", required=True, help="the combined chronology: .docx, .xlsx, .csv or .json")
    parser.add_argument("--people", metavar="PEOPLE.csv", help="the people and places: kind,value,aliases,label")
    parser.add_argument("--view", choices=(REAL, PSEUDONYM), default=REAL, help="names as written, or labels for them")
    parser.add_argument("--report", metavar="REPORT.json", help="faults, and pairs, disagreements and gaps to look at")
    parser.add_argument("--json", action="store_true", help="one JSON document on what was done")
    asked = parser.parse_args(arguments)
    if not asked.files and not asked.agency:
        parser.error("no file is named")
    if Path(asked.out).suffix.lower() not in WRITERS:
        parser.error(f"--out has to end in one of {', '.join(WRITERS)}")
    if asked.view == PSEUDONYM and not asked.people:
        parser.error("--view pseudonym needs --people, the list of names and labels")
    return asked


def _given(asked: Namespace) -> list[Given]:
    given = [Given(Path(name), Path(name).stem) for name in asked.files]
    for named in asked.agency:
        agency, equals, name = named.partition("=")
        if not equals or not agency.strip() or not name:
            raise CannotAnswer(f"--agency {named}: write it as NAME=FILE, such as Police=police.docx.")
        given.append(Given(Path(name), agency.strip()))
    return given


def _returns(given: list[Given]) -> list[Return]:
    """What each file returns. Every file is looked into before the first that cannot be read stops it all."""
    returns, refused = [], []
    for each in given:
        try:
            tables = tables_of(each.path.name, each.path.read_bytes())
        except OSError as wrong:
            refused.append(f"{each.path}: it cannot be opened ({wrong.strerror}).")
        except NotTaken as wrong:
            refused.append(f"{each.path}: {wrong.fault.sentence}")
        else:
            returns.append(parse(tables, file=each.path.name, agency=each.agency, read_when=read))
    if refused:
        raise CannotAnswer("\n".join(refused))
    return returns


def _relabelled(each: Return, labels: Relabelling) -> Return:
    rows = tuple(by_labels(row, labels) for row in each.rows)
    return replace(each, rows=rows, faults=tuple(fault_by_labels(fault, labels) for fault in each.faults))


def _write(asked: Namespace, returns: list[Return]) -> None:
    """Both files, made before the first is written."""
    rows, out = merge(returns), Path(asked.out)
    files = {out: WRITERS[out.suffix.lower()](rows, clock.now().date())}
    if asked.report:
        document = report_document(returns, find(rows))
        files[Path(asked.report)] = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    for path, content in files.items():
        try:
            path.write_bytes(content)
        except OSError as wrong:
            raise CannotAnswer(f"{path}: it cannot be written ({wrong.strerror}).") from wrong


def _sentences(returns: list[Return]) -> Iterator[str]:
    for each in returns:
        yield f"{each.file}, {each.agency}: rows read: {len(each.rows)}; to put right: {len(each.faults)}."
        yield from (f"  {_where(fault)}: {fault.problem} {fault.mend}" for fault in each.faults)


def _where(fault: Fault) -> str:
    place = [f"Table {fault.table}"] if fault.table else []
    place += [f"row {fault.row}"] if fault.row else []
    place += [f"column “{fault.column}”"] if fault.column else []
    return ", ".join(place) or "The file"
