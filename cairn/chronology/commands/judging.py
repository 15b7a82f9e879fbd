"""Pairs and gaps are judged by a person. A judgement joins nothing: every row stays as its agency wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy as cases
from cairn.cases.commands.checks import current, one_of, signer, written
from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology import policy
from cairn.chronology.engine.looking import SAYS_MORE, VERDICTS, JudgedAs, Kind
from cairn.chronology.models import EntryText, Judgement
from cairn.chronology.queries.combined import reads_text
from cairn.chronology.queries.judging import judgements_of
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked


@dataclass(frozen=True)
class About:
    """What is judged: two rows, or a gap by the rows at its ends, what is lacking in it and at which agency alone."""

    kind: Kind
    first: EntryText
    second: EntryText | None
    lack: str = ""
    agency_id: int | None = None


@command
def judge(
    case: Case, *, about: About, verdict: str, words: str = "", version: int, by: Actor, at: datetime
) -> Judgement:
    """Somebody says what she makes of a pair or a gap. `version` counts the judgements of it that she has seen."""
    case = locked(case)
    rights = cases.rights(by, case, at)
    enforce(policy.verdict(rights, "judge", case) & _read(rights, case, about))
    entries = [text.entry_id for text in (about.first, about.second) if text]
    earlier = judgements_of(case, about.kind, about.lack, about.agency_id, entries)
    enforce(
        current(version, earlier.count())
        & one_of([each.value for each in VERDICTS[about.kind]], verdict, "Choose what you make of it.", "verdict")
        & _says_more(verdict, words)
    )
    judgement = Judgement.unscoped.create(
        case=case,
        kind=about.kind.value,
        lack=about.lack,
        agency_id=about.agency_id,
        first=about.first.entry,
        first_text=about.first,
        second=about.second.entry if about.second else None,
        second_text=about.second,
        verdict=verdict,
        words=words.strip(),
        judged_by_id=signer(by),
        judged_at=at,
    )
    record(by=by, verb="judge", at=at, about=judgement)
    return judgement


def _read(rights: Rights, case: Case, about: About) -> Verdict:
    """Both rows are of this case and are read by her."""
    found = [text for text in (about.first, about.second) if text]
    verdict = require(all(text.case_id == case.pk for text in found), "Choose rows of this case.", Ground.INPUT)
    for text in found:
        verdict &= reads_text(rights, text.entry, text)
    return verdict


def _says_more(verdict: str, words: str) -> Verdict:
    if verdict not in SAYS_MORE:
        return ALLOWED
    return written(words, SAYS_MORE[JudgedAs(verdict)], "words")
