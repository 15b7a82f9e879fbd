"""`cairn deadlines DUTY --from DATE [--edition ID] [--json]`, and `cairn deadlines --list`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from cairn.guidance.applies import duties
from cairn.guidance.commandline.arguments import Arguments, answer, say, tell
from cairn.guidance.deadlines import Deadline, derive
from cairn.guidance.editions import compare, editions
from cairn.guidance.explaining import advice_in_words, explain
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.working_days import in_words
from cairn.guidance.written_dates import read_day


def run(arguments: list[str]) -> int:
    """Derive one deadline, or list the duties. Exit code 0, or 2 with one sentence where the input is wrong."""
    try:
        asked = _read(arguments)
        if asked.list:
            _list(asked.json)
            return 0
        deadline = derive(
            asked.duty,
            _day(asked.trigger, "--from"),
            edition_id=asked.edition,
            picked_on=_day(asked.picked_on, "--picked-on") if asked.picked_on else None,
            area_start=_day(asked.area_start, "--area-start") if asked.area_start else None,
        )
    except CannotAnswer as refusal:
        tell(str(refusal))
        return 2
    _show(deadline, asked.json)
    return 0


def _read(arguments: list[str]) -> Namespace:
    parser = Arguments(prog="cairn deadlines", description="The due date of a duty, and how it is counted.")
    parser.add_argument("duty", nargs="?", metavar="DUTY", help="such as send_rapid_review; --list shows all")
    parser.add_argument(
        "--from", dest="trigger", metavar="DATE", help="the day the clock starts, 2026-08-14 or 14 August 2026"
    )
    parser.add_argument(
        "--edition", metavar="ID", help="keep to this edition, such as wt23; otherwise the day picks it"
    )
    parser.add_argument("--picked-on", metavar="DATE", help="the day that picks the edition, where it is another day")
    parser.add_argument(
        "--area-start", metavar="DATE", help="the day the area's arrangements took effect, in 2018 or 2019"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--list", action="store_true", help="list the duties and the editions")
    asked = parser.parse_args(arguments)
    if not asked.list and not asked.duty:
        parser.error("no duty is named; `cairn deadlines --list` shows them")
    if not asked.list and not asked.trigger:
        parser.error("--from is missing, the day the clock starts")
    return asked


def _day(text: str, option: str) -> date:
    try:
        return read_day(text)
    except CannotAnswer as refusal:
        raise CannotAnswer(f"{option}: {refusal}") from refusal


def _show(deadline: Deadline, as_json: bool) -> None:
    if as_json:
        answer(document(deadline))
        tell(*(advice_in_words(each) for each in deadline.advice), *deadline.doubts)
        return
    say(*explain(deadline), "", "The days, one by one:")
    say(*(f"  {'*' if day.counted else ' '} {in_words(day.on)}: {day.why}" for day in deadline.days))


def document(deadline: Deadline) -> dict[str, object]:
    """The deadline in the shape that scripts rely on."""
    return {
        "duty": deadline.duty,
        "edition": deadline.edition.id,
        "trigger": deadline.trigger.isoformat(),
        "due": deadline.due.isoformat(),
        "unit": deadline.unit,
        "limit": deadline.limit.amount,
        "days": [{"date": day.on.isoformat(), "counted": day.counted, "why": day.why} for day in deadline.days],
        "reference": deadline.reference,
        "verified": deadline.verified,
    }


def _list(as_json: bool) -> None:
    listed = [
        {
            "duty": duty.id,
            "title": duty.title,
            "series": duty.series,
            "editions": [row.edition.id for row in compare(duty.id) if row.rule],
        }
        for duty in duties()
    ]
    held = [
        {
            "id": edition.id,
            "title": edition.title,
            "series": edition.series,
            "from": edition.in_force.begins.text,
            "to": edition.in_force.ends.text if edition.in_force.ends else None,
            "verified": edition.verified,
        }
        for edition in editions()
    ]
    if as_json:
        answer({"duties": listed, "editions": held})
        return
    say("Duties:", *(f"  {row['duty']}: {row['title']} ({', '.join(row['editions'])})" for row in listed))
    say("Editions:", *(f"  {row['id']}: {row['title']}, from {row['from']} to {row['to'] or 'now'}" for row in held))
