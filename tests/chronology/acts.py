"""Agencies at each stage of their chronology, and every act on them ready to be tried by anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cairn.access.actor import Actor
from cairn.cases.models import Case, Released
from cairn.chronology import commands
from cairn.chronology.engine.asking import USUALLY_ASKED
from cairn.chronology.engine.headings import Column
from cairn.chronology.models import ChronologyRequest
from tests.chronology.acting import DUE, TRUST, On, latest, read_in, released, sent, signed, taken

Act = Callable[["Scene", Actor, datetime], object]


@dataclass(frozen=True)
class Scene:
    """The three who are asked, a file that waits to be read in, and what was released, if anything was."""

    on: On
    file: commands.ReadIn
    second: commands.ReadIn  # of a department

    @property
    def case(self) -> Case:
        """Their case."""
        return self.on.case

    @property
    def trust(self) -> ChronologyRequest:
        """What the trust was asked: its author and its manager are people of this world."""
        return self.on.asked()

    @property
    def number(self) -> int:
        """The last version of the trust; 0 if there is none."""
        last = latest(self.trust)
        return last.number if last else 0

    @property
    def revision(self) -> int:
        """The revision of that version."""
        return latest(self.trust).revision


def set_out(on: On) -> Scene:
    """The scene, with its files looked at."""
    return Scene(on, read_in(TRUST), read_in(TRUST[:1], department="Midwifery"))


MAIL = {"received_from": "A nurse", "received_on": date(2026, 8, 14), "received_how": "Secure mail"}
NIL = {"searched": "All names.", "confirmed_by": "The director"}

# Each command with facts that would do, but for who asks and when; and what must have happened before it.
ACTS: dict[str, Act] = {
    "change_scope": lambda s, by, at: commands.change_scope(s.on.chronology, scope="Less.", version=1, by=by, at=at),
    "ask_for_chronologies": lambda s, by, at: commands.ask_for_chronologies(
        s.on.chronology, agencies=[s.on.world.agency("CSC")], due_on=DUE, means="letter", by=by, at=at
    ),
    "remind_of_chronology": lambda s, by, at: commands.remind_of_chronology(
        s.on.chronology, requests=[s.trust], by=by, at=at
    ),
    "take_back_request": lambda s, by, at: commands.take_back_request(
        s.on.asked("SCHOOLS"), reason="A mistake.", by=by, at=at
    ),
    "close_to_chronologies": lambda s, by, at: commands.close_to_chronologies(
        s.on.chronology, reason="All in.", by=by, at=at
    ),
    "reopen_to_chronologies": lambda s, by, at: commands.reopen_to_chronologies(s.on.chronology, by=by, at=at),
    "take_chronology": lambda s, by, at: commands.take_chronology(
        s.trust, read_in=s.file, version=s.number, by=by, at=at
    ),
    "record_chronology": lambda s, by, at: commands.record_chronology(
        s.trust, read_in=s.file, **MAIL, version=s.number, by=by, at=at
    ),
    "add_chronology_file": lambda s, by, at: commands.add_chronology_file(
        s.trust, read_in=s.second, version=s.revision, by=by, at=at
    ),
    "put_right": lambda s, by, at: commands.put_right(
        s.on.texts(latest(s.trust))[0],
        columns={Column.ACTION: "Referred"},
        others={},
        version=s.revision,
        by=by,
        at=at,
    ),
    "send_chronology": lambda s, by, at: commands.send_chronology(s.trust, version=s.revision, by=by, at=at),
    "set_draft_aside": lambda s, by, at: commands.set_draft_aside(s.trust, version=s.revision, by=by, at=at),
    "say_nothing_to_tell": lambda s, by, at: commands.say_nothing_to_tell(s.trust, **NIL, by=by, at=at),
    "correct_chronology": lambda s, by, at: commands.correct_chronology(s.trust, why="A day.", by=by, at=at),
    "sign_chronology": lambda s, by, at: commands.sign_chronology(s.trust, version=s.number, by=by, at=at),
    "record_chronology_sign_off": lambda s, by, at: commands.record_chronology_sign_off(
        s.trust, signed_name="The director", signed_how="Secure mail", version=s.number, by=by, at=at
    ),
    "send_chronology_back": lambda s, by, at: commands.send_chronology_back(
        s.trust, questions="Which day?", version=s.number, by=by, at=at
    ),
    "release_chronology": lambda s, by, at: commands.release_chronology(
        s.on.chronology,
        to=s.on.world.user("panel_member"),
        reason="For the panel.",
        ends_at=at + timedelta(days=30),
        by=by,
        at=at,
    ),
    "recall_chronology": lambda s, by, at: commands.recall_chronology(
        Released.unscoped.get(case=s.case), reason="The panel has changed.", by=by, at=at
    ),
}


def open_act(case: Case, by: Actor, at: datetime) -> object:
    """The chronology of a case that has none is opened."""
    return commands.open_chronology(case, scope="From birth.", columns=USUALLY_ASKED, by=by, at=at)


def _closed(on: On) -> None:
    commands.close_to_chronologies(on.chronology, reason="All in.", by=on.by("officer"), at=on.at)


def _released(on: On) -> None:
    signed(on)
    released(on)


BEFORE: dict[str, Callable[[On], object]] = {
    "reopen_to_chronologies": _closed,
    **dict.fromkeys(("add_chronology_file", "put_right", "set_draft_aside", "send_chronology"), taken),
    **dict.fromkeys(
        ("correct_chronology", "sign_chronology", "record_chronology_sign_off", "send_chronology_back"), sent
    ),
    "release_chronology": signed,
    "recall_chronology": _released,
}
