"""`cairn criteria --facts FACTS.json [--edition ID] [--json]`."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from cairn.guidance.commandline.arguments import Arguments, answer, say, tell
from cairn.guidance.criteria import Assessment, assess, read_facts
from cairn.guidance.refusals import CannotAnswer

_MARKS = {True: "yes", False: "no", None: "not known"}


def run(arguments: list[str]) -> int:
    """Apply the criteria to recorded facts. Exit code 0, or 2 with one sentence where the input is wrong."""
    try:
        asked = _read(arguments)
        assessment = assess(read_facts(_document(asked.facts)), asked.edition)
    except CannotAnswer as refusal:
        tell(str(refusal))
        return 2
    if asked.json:
        answer(document(assessment))
    else:
        say(*_in_words(assessment))
    return 0


def _read(arguments: list[str]) -> Namespace:
    parser = Arguments(prog="cairn criteria", description="Which limbs are met, and what follows.")
    parser.add_argument("--facts", metavar="FACTS.json", required=True, help="recorded facts, one JSON object")
    parser.add_argument(
        "--edition", metavar="ID", help="such as wt15; otherwise the fact aware_on picks it, or the newest"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser.parse_args(arguments)


def _document(name: str) -> object:
    try:
        return json.loads(Path(name).read_text(encoding="utf-8-sig"), object_pairs_hook=_no_fact_twice)
    except FileNotFoundError:
        raise CannotAnswer(f"There is no file {name!r}. Give the path of a JSON file with --facts.") from None
    except (OSError, ValueError, RecursionError) as fault:
        if isinstance(fault, CannotAnswer):
            raise
        raise CannotAnswer(f"The file {name!r} cannot be read as JSON ({_fault(fault)}). Mend it there.") from None


def _fault(fault: Exception) -> str:
    if isinstance(fault, json.JSONDecodeError):
        return f"line {fault.lineno}, column {fault.colno}: {fault.msg}"
    if isinstance(fault, UnicodeDecodeError):
        return "it is not text in UTF-8"
    return fault.strerror or "it is no file" if isinstance(fault, OSError) else "it is nested too deep"


def _no_fact_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    names = [name for name, _ in pairs]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise CannotAnswer(f"The facts say {', '.join(doubled)} more than once. Keep one.")
    return dict(pairs)


def document(assessment: Assessment) -> dict[str, object]:
    """The assessment in the shape that scripts rely on."""
    return {
        "edition": assessment.edition.id,
        "limbs": [
            {"name": limb.name, "met": limb.answer.met, "why": limb.answer.why, "reference": limb.reference}
            for limb in assessment.limbs
        ],
        "serious_case": assessment.serious_case,
        "notify": assessment.notify,
        "looked_after_death_notice": assessment.looked_after_death_notice,
        "care_leaver_death_notice": assessment.care_leaver_death_notice,
        "review": assessment.review,
        "missing_facts": list(assessment.missing_facts),
    }


def _in_words(assessment: Assessment) -> list[str]:
    review = {
        "required": "a review is required",
        "may": "a review may be held; meeting the criteria does not compel one",
        "not_met": "the criteria are not met",
        "cannot_say": "cannot say yet",
    }
    return [
        f"By {assessment.edition.title} ({assessment.edition.id}):",
        f"  Serious case: {_MARKS[assessment.serious_case]}",
        f"  Notify: {_MARKS[assessment.notify]}",
        f"  Notice of a looked-after child's death: {_MARKS[assessment.looked_after_death_notice]}",
        f"  Notice of a care leaver's death: {_MARKS[assessment.care_leaver_death_notice]}",
        f"  Review: {review[assessment.review]}",
        f"  Facts still missing: {', '.join(assessment.missing_facts) or 'none'}",
        "Limb by limb:",
        *(
            f"  [{_MARKS[limb.answer.met]}] {limb.name}: {limb.answer.why} ({limb.reference})"
            for limb in assessment.limbs
        ),
    ]
