"""`cairn dates [--json]`: dates as people wrote them on standard input, and what each may mean, a line each."""

from __future__ import annotations

import codecs
import json
import sys
from argparse import Namespace
from collections.abc import Iterator

from cairn.chronology.engine.dates import as_document, read
from cairn.chronology.engine.when import When, shown
from cairn.guidance.commandline.arguments import Arguments, say, tell
from cairn.guidance.refusals import CannotAnswer

MARK = "\N{REPLACEMENT CHARACTER}"


def run(arguments: list[str]) -> int:
    """Read every line. Exit code 0, whatever the dates; 2 with one sentence where the input is wrong."""
    try:
        asked = _read(arguments)
        lines = list(_lines())
    except CannotAnswer as refusal:
        tell(str(refusal))
        return 2
    for line in lines:
        when = read(line)
        say(json.dumps(as_document(when), ensure_ascii=False) if asked.json else _in_words(when))
    return 0


def _read(arguments: list[str]) -> Namespace:
    parser = Arguments(prog="cairn dates", description="What dates mean, as people write them.")
    parser.add_argument("--json", action="store_true", help="one JSON object for each line")
    return parser.parse_args(arguments)


def _lines() -> Iterator[str]:
    """Every line. One that is not text in UTF-8 is read as far as it goes, and said on standard error."""
    content = sys.stdin.buffer.read().removeprefix(codecs.BOM_UTF8)
    for number, line in enumerate(content.removesuffix(b"\n").split(b"\n") if content else (), 1):
        text = line.removesuffix(b"\r").decode(errors="replace")
        if MARK in text and MARK.encode() not in line:
            tell(f"Line {number} is not text in UTF-8; what cannot be read stands as {MARK}: save the list in UTF-8.")
        yield text


def _in_words(when: When) -> str:
    return f"{when.text}\t{shown(when)}\t{when.problem}".rstrip("\t")
