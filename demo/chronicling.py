"""The chronologies of one fictional case: who was asked, whose file came how, what was put right, who may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from cairn.chronology import commands
from cairn.chronology.engine.asking import USUALLY_ASKED
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.opening import tables_of
from cairn.chronology.queries import asking, returns
from cairn.documents.engine.taking import take
from cairn.partnership.clock import LONDON
from demo import thinking
from demo.casework import OFFICER, Desk, at_ten
from demo.chronologies import making
from demo.chronologies.making import AgencyFile

if TYPE_CHECKING:
    from cairn.chronology.models import ChronologyRequest, ChronologyVersion

SCOPE = (
    "All contact with the child and the parents, from the booking of the pregnancy to the day of the injury: what was "
    "recorded, what was known of it at the time, and what was done."
)
INSTRUCTIONS = (
    "Leave out routine letters that say nothing new. Where an entry matters to how decisions were made, say in the "
    "comment what you make of it now. You may find this hard to write; speak with your line manager about it."
)
ASKED_ON, DUE_ON, SIGNED_ON = date(2026, 7, 22), date(2026, 8, 12), date(2026, 8, 10)
AUTHORS = {
    "Children's services": "author_social_care",
    "Hollin Community NHS": "author",
    "Hollin Homes": "author_housing",
    "Hollin Hospitals": "author_hospitals",
    "Hollinshire ICB": "author_icb",
    "Hollinshire Police": "author_police",
}
READ_ON = {agency: date(2026, 7, 28) + timedelta(days=days) for days, agency in enumerate(AUTHORS)}
SIGNED_BY = {
    "Children's services": "Head of service, quality and practice",
    "Hollin Homes": "Director of housing services",
    "Hollin Hospitals": "Chief nurse",
}


@dataclass(frozen=True)
class Given:
    """One agency at work on its chronology."""

    desk: Desk
    agency: str

    def asked(self, at: datetime) -> ChronologyRequest:
        """What it was asked."""
        by = self.desk.register.actor(OFFICER, at)
        name = self.desk.register.agencies[self.agency].name
        (key,) = [row.key for row in asking.board(by, self.desk.case, at) if row.agency == name]
        found = asking.one_request(by, self.desk.case, key, at)
        assert found is not None
        return found

    def reads_in(self, file: AgencyFile, on: date, why: str = "") -> ChronologyVersion:
        """Its author reads a file in."""
        at = at_ten(on)
        asked, by = self.asked(at), self.desk.register.actor(AUTHORS[self.agency], at)
        read_in = commands.ReadIn(take(file.name, file.content), tables_of(file.name, file.content))
        seen = max((each.number for each in asked.versions.all()), default=0)
        return commands.take_chronology(asked, read_in=read_in, version=seen, why=why, by=by, at=at)

    def sends(self, draft: ChronologyVersion, on: date) -> ChronologyVersion:
        """It goes in, with what is still to be put right said to be known."""
        at = at_ten(on)
        by = self.desk.register.actor(AUTHORS[self.agency], at)
        return commands.send_chronology(self.asked(at), version=draft.revision, faults_known=True, by=by, at=at)

    def is_signed(self, sent: ChronologyVersion, on: date) -> None:
        """Its own manager signs it off, or the office records a sign-off that came by mail."""
        at = at_ten(on)
        if self.agency == "Hollin Community NHS":
            by = self.desk.register.actor("sign_off", at)
            commands.sign_chronology(self.asked(at), version=sent.number, by=by, at=at)
            return
        how = {"signed_name": SIGNED_BY[self.agency], "signed_how": "By secure mail, on the same day."}
        by = self.desk.register.actor(OFFICER, at)
        commands.record_chronology_sign_off(self.asked(at), **how, version=sent.number, by=by, at=at)


def told(desk: Desk) -> None:
    """Six agencies are asked: five send theirs, four are signed off, one corrects its own, one still mends rows."""
    _asked(desk)
    files = {file.agency: file for file in making.files()}
    names = {short: desk.register.agencies[short].name for short in AUTHORS}
    by_short = {
        short: next(file for agency, file in files.items() if agency in {short, name}) for short, name in names.items()
    }
    for agency, on in READ_ON.items():
        given = Given(desk, agency)
        draft = given.reads_in(by_short[agency], on)
        if agency == "Hollinshire Police":
            continue
        draft = _one_date_put_right(given, draft, on)
        sent = given.sends(draft, on + timedelta(days=1))
        if agency != "Hollinshire ICB":
            given.is_signed(sent, SIGNED_ON)
    _released(desk)
    thinking.over(desk)
    _corrected(desk, names)


def _asked(desk: Desk) -> None:
    at = at_ten(ASKED_ON)
    by = desk.register.actor(OFFICER, at)
    chronology = commands.open_chronology(
        desk.case,
        scope=SCOPE,
        covers_from=date(2023, 6, 1),
        covers_to=date(2026, 5, 18),
        instructions=INSTRUCTIONS,
        columns=USUALLY_ASKED,
        by=by,
        at=at,
    )
    agencies = [desk.register.agencies[name] for name in AUTHORS]
    commands.ask_for_chronologies(chronology, agencies=agencies, due_on=DUE_ON, by=by, at=at)


def _one_date_put_right(given: Given, draft: ChronologyVersion, on: date) -> ChronologyVersion:
    """The author of the hospitals puts one impossible date right on the page; the others know of theirs."""
    if given.agency != "Hollin Hospitals":
        return draft
    at = at_ten(on)
    wrong = next(each for each in returns.faults(draft) if "31 February" in each.problem)
    text = returns.text(draft, wrong.text_key)
    assert text is not None
    right = {Column.START_DATE: "28 February 2026"}
    by = given.desk.register.actor(AUTHORS[given.agency], at)
    commands.put_right(text, columns=right, others={}, version=draft.revision, by=by, at=at)
    return max(given.asked(at).versions.all(), key=lambda each: each.number)


def _corrected(desk: Desk, names: dict[str, str]) -> None:
    """One agency finds mistakes in what was signed off, and sends a corrected file: its sign-off is waited for."""
    file = making.corrected()
    (agency,) = [short for short, name in names.items() if file.agency in {short, name}]
    given = Given(desk, agency)
    draft = given.reads_in(file, date(2026, 8, 12), why="Three entries were put under the wrong day or source.")
    given.sends(draft, date(2026, 8, 13))


def _released(desk: Desk) -> None:
    at = at_ten(date(2026, 8, 11))
    by = desk.register.actor(OFFICER, at)
    found = asking.chronology(by, desk.case, at)
    assert found is not None
    commands.release_chronology(
        found,
        to=desk.register.users["panel_member"],
        reason="For the first meeting of the review panel.",
        ends_at=datetime.combine(date(2026, 10, 31), time(17), LONDON),
        by=by,
        at=at,
    )
