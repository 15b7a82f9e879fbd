"""Which grounds are to be looked at, on every case of somebody who keeps findings: a count, without any words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import queries as cases
from cairn.chronology.models import ChronologyVersion, EntryText
from cairn.findings.models import Ground
from cairn.findings.states import Standing, standing


@dataclass(frozen=True)
class ToLookAt:
    """A finding, of which so many grounds have changed or were withdrawn since they were seen."""

    case_key: str
    reference: str
    label: str
    finding_key: str
    number: int
    grounds: int

    @property
    def words(self) -> str:
        """Finding 2 rests on a row that has changed."""
        if self.grounds == 1:
            return f"Finding {self.number} rests on a row that has changed or was withdrawn"
        return f"Finding {self.number} rests on {self.grounds} rows that have changed or were withdrawn"


def grounds_to_look_at(actor: Actor, at: datetime) -> list[ToLookAt]:
    """The findings whose grounds are to be looked at, for whoever keeps them, by case and number. Four queries."""
    kept = Ground.unscoped.filter(
        case__in=cases.visible_to(actor, at, "keep_findings"),
        case__closed_at__isnull=True,
        dropped_at__isnull=True,
        finding__withdrawn_at__isnull=True,
    )
    grounds = list(kept.select_related("case", "finding", "text", "entry").order_by("case_id", "finding__number", "id"))
    sent = _sent(grounds)
    now = _now(grounds, sent)
    found: dict[int, ToLookAt] = {}
    for ground in grounds:
        if _stands(ground, sent, now) is not Standing.SAME:
            known = found.get(ground.finding_id)
            found[ground.finding_id] = _counted(ground, known.grounds + 1 if known else 1)
    return list(found.values())


def _sent(grounds: list[Ground]) -> dict[int, int]:
    """The number of the last version sent in, by request; those who keep findings read it before its sign-off."""
    requests = {ground.entry.request_id for ground in grounds}
    rows = ChronologyVersion.unscoped.filter(
        request__in=requests, sent_at__isnull=False, request__withdrawn_at__isnull=True
    )
    return dict(rows.order_by("number").values_list("request_id", "number"))


def _now(grounds: list[Ground], sent: dict[int, int]) -> dict[int, tuple[str, int]]:
    """What each entry says in the last version sent in that tells it, and the number of that version."""
    rows = EntryText.unscoped.filter(
        entry__in={ground.entry_id for ground in grounds}, version__sent_at__isnull=False, version__request__in=sent
    )
    values = rows.order_by("version__number").values_list("entry_id", "ident", "version__number")
    return {entry: (ident, number) for entry, ident, number in values}


def _stands(ground: Ground, sent: dict[int, int], now: dict[int, tuple[str, int]]) -> Standing:
    ident, number = now.get(ground.entry_id, ("", 0))
    last = sent.get(ground.entry.request_id, 0)
    return standing(ground.text.ident, ident, last if last > number else 0)


def _counted(ground: Ground, grounds: int) -> ToLookAt:
    case, finding = ground.case, ground.finding
    return ToLookAt(case.key, case.reference, case.label, finding.key, finding.number, grounds)
