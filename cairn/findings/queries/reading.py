"""Findings as a reader may see them, each with what it rests on and whether that still stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology.queries.entries import Account, EntryRead, account, in_labels, read_entries
from cairn.findings.models import EarlierFinding, Finding, Ground
from cairn.findings.states import Standing, in_words, standing
from cairn.names.relabelling import Relabelling
from cairn.partnership.clock import day_of

OneCase = Case
OneFinding = Finding
OneGround = Ground


@dataclass(frozen=True)
class GroundRow:
    """An entry that a finding rests on: as it was seen, why, and what to look at."""

    key: str
    row: Ground
    seen: Account
    why: str
    by: str
    on: date
    stands: Standing
    warning: str

    @property
    def can_be_confirmed(self) -> bool:
        """Whether the row has changed, and is there to be seen anew."""
        return self.stands is Standing.CHANGED

    @property
    def still_read(self) -> bool:
        """Whether the entry has a page of its own still."""
        return self.stands is not Standing.TAKEN_BACK


@dataclass(frozen=True)
class FindingRow:
    """One finding with its grounds."""

    key: str
    row: Finding
    words: str
    by: str
    on: date
    withdrawn_reason: str
    grounds: tuple[GroundRow, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to look at, ground by ground; nothing of a finding that was withdrawn."""
        return () if self.row.withdrawn_at else tuple(each.warning for each in self.grounds if each.warning)


def findings(rights: Rights, case: Case, labels: Relabelling | None, key: str = "") -> list[FindingRow]:
    """The findings of a case, or the one with this key: four queries however many there are."""
    wanted = _findings(rights, case)
    rows = list(wanted.filter(key=key) if key else wanted)
    kept = Ground.unscoped.filter(finding__in=rows, dropped_at__isnull=True)
    grounds = list(
        kept.select_related(
            "case", "finding", "entry", "rested_by", "text__version__agency", "text__entry", "text__file"
        )
    )
    told = read_entries(rights, case, {ground.entry_id for ground in grounds})
    return [_row(row, [each for each in grounds if each.finding_id == row.pk], told, labels) for row in rows]


def finding(rights: Rights, case: Case, key: str) -> Finding | None:
    """One finding, to act upon."""
    return _findings(rights, case).filter(key=key).first()


def ground(rights: Rights, case: Case, key: str) -> Ground | None:
    """One ground, to act upon."""
    rows = Ground.unscoped.filter(key=key, finding__in=_findings(rights, case).order_by())
    return rows.select_related("case", "finding", "entry", "text__version").first()


def earlier(found: Finding) -> list[EarlierFinding]:
    """How a finding was worded before, the latest first, for a reader to whom it was given."""
    return list(found.earlier.select_related("written_by").order_by("-revision"))


def _findings(rights: Rights, case: Case) -> QuerySet[Finding]:
    readable = case if rights.can("read_findings") else None
    rows = Finding.unscoped.filter(case=readable, case_id=rights.case_id)
    return rows.select_related("case", "written_by", "withdrawn_by").order_by("number")


def _row(row: Finding, grounds: list[Ground], told: dict[int, EntryRead], labels: Relabelling | None) -> FindingRow:
    return FindingRow(
        key=row.key,
        row=row,
        words=in_labels(row.words, labels),
        by=row.written_by.name,
        on=day_of(row.written_at),
        withdrawn_reason=in_labels(row.withdrawn_reason, labels),
        grounds=tuple(_ground(each, told.get(each.entry_id), labels) for each in grounds),
    )


def _ground(row: Ground, told: EntryRead | None, labels: Relabelling | None) -> GroundRow:
    stands = standing(row.text.ident, told.now.ident if told else "", told.gone_in if told else 0)
    seen = account(row.text, labels)
    version = (told.gone_in or told.now.version.number) if told else 0
    said = in_words(stands, version)
    return GroundRow(
        key=row.key,
        row=row,
        seen=seen,
        why=in_labels(row.why, labels),
        by=row.rested_by.name,
        on=day_of(row.rested_at),
        stands=stands,
        warning=f"Entry of {seen.agency}, {seen.when}: {said}" if said else "",
    )
