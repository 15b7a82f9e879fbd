"""`cairn verify-audit [--json] [--anchors FOLDER]`: is the record of events as it was written?

Exit code 0 when all is right, 1 with the first bad event named, 2 when it could not be checked. `--anchors` names a
copy of the anchors kept on another machine, which is the stronger proof.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from cairn.audit import queries
from cairn.audit.engine import anchors, verify
from cairn.config.commandline.wrong_input import WrongInput, say


def run(arguments: list[str]) -> int:
    """Verify, say what was found."""
    parser = argparse.ArgumentParser(prog="cairn verify-audit", description="Check the record of events.")
    parser.add_argument("--json", action="store_true", help="print one JSON document on standard output")
    parser.add_argument("--anchors", type=Path, metavar="FOLDER", help="a copy of the anchors kept elsewhere")
    options = parser.parse_args(arguments)
    report = _verify(options.anchors)
    if options.json:
        sys.stdout.write(json.dumps(_document(report), ensure_ascii=False) + "\n")
    else:
        say(_sentence(report))
    return 1 if report.problem else 0


def _verify(folder: Path | None) -> verify.Report:
    place = folder or settings.AUDIT_ANCHORS
    if folder is not None and not (folder / anchors.FILE).is_file():
        raise WrongInput(f"There is no {anchors.FILE} in {folder}: name the folder that holds the anchors.")
    try:
        # In this order: an anchor or an end read after the events would seem to be ahead of them.
        known = list(anchors.read(place))
        end = queries.head()
        return verify.verify(settings.AUDIT_KEY, queries.links(end), end, known)
    except anchors.AnchorUnreadable as torn:
        return verify.unreadable(torn)
    except DatabaseError as wrong:
        raise WrongInput("The database cannot be read: is it there, migrated, and the key its own?") from wrong
    except OSError as wrong:
        raise WrongInput(f"The anchors in {place} cannot be read: {wrong.strerror}.") from wrong


def _sentence(report: verify.Report) -> str:
    if report.problem:
        return report.problem.sentence
    return f"All {report.events} events are as they were written; {report.anchors} anchors agree."


def _document(report: verify.Report) -> dict[str, object]:
    problem = report.problem
    return {
        "right": problem is None,
        "events": report.events,
        "anchors": report.anchors,
        "seq": problem.seq if problem else None,
        "wrong": str(problem.wrong) if problem else None,
        "sentence": _sentence(report),
    }
