"""A finding is written, worded anew, and withdrawn with a reason."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import current, signer, written
from cairn.cases.models import Case
from cairn.findings import policy
from cairn.findings.models import EarlierFinding, Finding
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, refuse
from cairn.partnership.commands.locking import locked

SAY = "Write what is found, without names."


@command
def write_finding(case: Case, *, words: str, by: Actor, at: datetime) -> Finding:
    """The review finds something: it gets the next number of the case, which it keeps."""
    case = locked(case)
    there = Finding.unscoped.filter(case=case)
    enforce(policy.can(by, "write_finding", case, at) & written(words, SAY, "words"))
    enforce(_not_there_yet(case, words))
    finding = Finding.unscoped.create(
        case=case,
        number=(there.aggregate(last=Max("number"))["last"] or 0) + 1,
        words=words.strip(),
        written_by_id=signer(by),
        written_at=at,
    )
    record(by=by, verb="write_finding", at=at, about=finding)
    return finding


@command
def change_finding(finding: Finding, *, words: str, version: int, by: Actor, at: datetime) -> Finding:
    """It is worded anew; how it was worded before is kept. `version` is the revision seen while typing."""
    finding = locked(finding)
    enforce(
        policy.can(by, "change_finding", finding, at)
        & current(version, finding.revision)
        & written(words, SAY, "words")
        & _not_there_yet(finding.case, words, besides=finding)
    )
    before = ("revision", "words", "written_by_id", "written_at")
    EarlierFinding.unscoped.create(
        case=finding.case, finding=finding, **{name: getattr(finding, name) for name in before}
    )
    finding.words, finding.revision = words.strip(), finding.revision + 1
    finding.written_by_id, finding.written_at = signer(by), at
    finding.save()
    record(by=by, verb="change_finding", at=at, about=finding)
    return finding


@command
def withdraw_finding(finding: Finding, *, reason: str, by: Actor, at: datetime) -> Finding:
    """The review does not find this after all. It stays to be read, with the reason."""
    finding = locked(finding)
    enforce(policy.can(by, "withdraw_finding", finding, at) & written(reason, "Say why it is withdrawn.", "reason"))
    finding.withdrawn_at, finding.withdrawn_by_id, finding.withdrawn_reason = at, signer(by), reason.strip()
    finding.save()
    record(by=by, verb="withdraw_finding", at=at, about=finding)
    return finding


def _not_there_yet(case: Case, words: str, besides: Finding | None = None) -> Verdict:
    found = Finding.unscoped.filter(case=case, words=words.strip(), withdrawn_at__isnull=True).first()
    if found is None or found == besides:
        return ALLOWED
    return refuse(f"Finding {found.number} says this already.", Ground.STATE, "words")
