"""Agencies send their chronologies: one is signed off, one corrected, one waited for; readers put marks beside."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from cairn.cases.models import Case
from cairn.chronology import commands
from cairn.chronology.engine.asking import USUALLY_ASKED
from cairn.chronology.engine.looking import JudgedAs, Kind
from cairn.chronology.engine.opening import tables_of
from cairn.chronology.models import Chronology, ChronologyRequest, ChronologyVersion, EntryText
from cairn.documents.engine.taking import take
from cairn.findings import commands as findings

if TYPE_CHECKING:
    from tests.world import World

SHORTS = ("TRUST", "POLICE", "SCHOOLS")
ROWS = {
    "TRUST": (
        b"Date,Source,Event,Child seen\n"
        b"3 March 2025,GP record p 4,Zebedee Quillfeather seen at home by the health visitor,Yes\n"
        b"31/02/2025,Ward notes,Reviewed on the ward,No\n"
    ),
    "POLICE": (
        b"Date,Source,Event,Child seen\n"
        b"3 March 2025,CAD 12,Officers met the health visitor at 9 Larkspur Yard,No\n"
        b"?June 2025,Crime report,Father of Zebby-Quill interviewed,\n"
    ),
}


def told_by_agencies(world: World, label: str, at: datetime) -> None:
    """Three agencies are asked; two send, one manager signs, one begins a correction, and one person may read it."""
    case, by = Case.unscoped.get(label=label), world.actor("officer", at)
    chronology = commands.open_chronology(
        case, scope="From birth to the day of the injury.", columns=USUALLY_ASKED, by=by, at=at
    )
    agencies = [world.agency(short) for short in SHORTS]
    commands.ask_for_chronologies(chronology, agencies=agencies, due_on=date(2026, 9, 4), by=by, at=at)
    _signed(world, chronology, "POLICE", "officer", at)
    _signed(world, chronology, "TRUST", "author", at)
    commands.correct_chronology(
        _asked(chronology, "TRUST"), why="A date is wrong.", by=world.actor("author", at), at=at
    )
    commands.release_chronology(
        chronology,
        to=world.user("panel_member"),
        reason="For the panel.",
        ends_at=at + timedelta(days=30),
        by=by,
        at=at,
    )
    _marked(world, case, at)


def _asked(chronology: Chronology, short: str) -> ChronologyRequest:
    return ChronologyRequest.unscoped.get(chronology=chronology, agency__short_name=short)


def _signed(world: World, chronology: Chronology, short: str, who: str, at: datetime) -> ChronologyVersion:
    asked, by = _asked(chronology, short), world.actor(who, at)
    name = f"{short.lower()}.csv"
    read_in = commands.ReadIn(take(name, ROWS[short]), tables_of(name, ROWS[short]))
    draft = commands.take_chronology(asked, read_in=read_in, version=0, by=by, at=at)
    commands.send_chronology(asked, version=draft.revision, faults_known=True, by=by, at=at)
    how = {"signed_name": "Superintendent Frost", "signed_how": "By secure mail."}
    officer = world.actor("officer", at)
    return commands.record_chronology_sign_off(asked, **how, version=draft.number, by=officer, at=at)


def _marked(world: World, case: Case, at: datetime) -> None:
    """One of everything that readers put beside an entry: a comment, a mark, a judgement, a finding."""
    by = world.actor("officer", at)
    text = EntryText.unscoped.filter(case=case, version__agency__short_name="POLICE").earliest("place")
    commands.comment_on_entry(text.entry, read=text, words="Was Zebedee seen?", by=world.actor("chair", at), at=at)
    episode = commands.make_episode(case, title="The visits", why="Nobody spoke with the child.", by=by, at=at)
    commands.mark_entry(text.entry, episode=episode, by=by, at=at)
    finding = findings.write_finding(case, words="The child was not heard.", by=by, at=at)
    findings.rest_on_entry(finding, read=text, by=by, at=at)
    other = EntryText.unscoped.get(case=case, version__number=1, version__agency__short_name="TRUST", place=1)
    about = commands.About(Kind.DUPLICATE, text, other)
    commands.judge(case, about=about, verdict=JudgedAs.TWO_EVENTS.value, version=0, by=by, at=at)
    commands.save_view(case, title="Seen", query="seen=yes", by=by, at=at)
