"""What the reviewer and the panel make of a fictional chronology: comments, an episode, a judgement, findings."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from cairn.cases import queries as cases
from cairn.chronology import commands
from cairn.chronology.engine.looking import JudgedAs, Kind
from cairn.chronology.queries.combined import entry_texts
from cairn.findings import commands as findings
from demo.casework import Desk, at_ten

if TYPE_CHECKING:
    from cairn.chronology.models import EntryText

ON = date(2026, 8, 11)
EPISODE = (
    "The six-week visit",
    "A bruise was seen and written down; the summary that others read did not say so, and no doctor was asked.",
)
FINDINGS = (
    (
        "What one record says plainly does not always reach those who read its summary.",
        (
            ("Small bruise on cheek", "The record says it."),
            ("no bruises noted", "What the surgery was shown says the opposite."),
        ),
    ),
    (
        "Those who came to the door for other reasons noticed things, and had nobody to tell.",
        (("met a health visitor", "Two services passed each other on the stairs."),),
    ),
)


def over(desk: Desk) -> None:
    """The reviewer marks what matters, judges one pair and writes two findings; a panel member comments."""
    at = at_ten(ON)
    by = desk.register.actor("reviewer", at)
    visit, summary = _text(desk, "Small bruise on cheek", at), _text(desk, "no bruises noted", at)
    title, why = EPISODE
    episode = commands.make_episode(desk.case, title=title, why=why, by=by, at=at)
    entries = [visit.entry, _text(desk, "line on the bruise", at).entry, summary.entry]
    commands.put_in_episode(episode, entries=entries, by=by, at=at)
    commands.mark_entry(visit.entry, theme="non_accidental_injury", by=by, at=at)
    first_line = cases.line(by, desk.case, cases.lines(by, desk.case, at)[0].key, at)
    commands.mark_entry(visit.entry, line=first_line, by=by, at=at)
    about = commands.About(
        Kind.DUPLICATE, _text(desk, "Birth notification", at), _text(desk, "Hospital notice of birth", at)
    )
    commands.judge(desk.case, about=about, verdict=JudgedAs.ONE_EVENT.value, version=0, by=by, at=at)
    words = "Who decides what goes into the summary of a visit, and who could have opened the whole record?"
    panel = desk.register.actor("panel_member", at)
    commands.comment_on_entry(visit.entry, read=visit, words=words, by=panel, at=at)
    _found(desk, at)


def _found(desk: Desk, at: datetime) -> None:
    by = desk.register.actor("reviewer", at)
    for words, grounds in FINDINGS:
        finding = findings.write_finding(desk.case, words=words, by=by, at=at)
        for event, why in grounds:
            findings.rest_on_entry(finding, read=_text(desk, event, at), why=why, by=by, at=at)


def _text(desk: Desk, says: str, at: datetime) -> EntryText:
    """The row of the combined chronology that says this, as the reviewer reads it."""
    rights = cases.rights(desk.register.actor("reviewer", at), desk.case, at)
    (found,) = [text for text in entry_texts(rights, desk.case) if says in text.columns.get("event", "")]
    return found
