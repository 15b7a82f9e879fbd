"""What findings say beside an entry of the chronology: which rest on it, and where another can be rested on it."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology.models import Entry
from cairn.chronology.queries.beside import Line, beside_entry
from cairn.chronology.queries.entries import in_labels
from cairn.findings import policy
from cairn.findings.models import Ground
from cairn.names.relabelling import Relabelling


@beside_entry("Findings that rest on this entry")
def findings_on(rights: Rights, case: Case, entry: Entry, labels: Relabelling | None) -> Sequence[Line]:
    """The findings that stand and rest on it; nothing for whoever reads no findings."""
    if not rights.can("read_findings"):
        return ()
    live = Ground.unscoped.filter(case=case, entry=entry, dropped_at__isnull=True, finding__withdrawn_at__isnull=True)
    lines = [
        Line(f"{row.finding.number}. {in_labels(row.finding.words, labels)}", "finding", row.finding.key)
        for row in live.select_related("finding").order_by("finding__number")
    ]
    if policy.verdict(rights, "write_finding", case):
        lines.append(Line("Rest a finding on this entry", "finding_rest", entry.key, act=True))
    return lines
