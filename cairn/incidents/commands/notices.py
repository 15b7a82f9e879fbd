"""Others are told besides the national Panel: the partners, another area, those who hear of deaths in care."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import commands as cases
from cairn.cases.clock import title_of
from cairn.cases.commands.checks import not_after_today, one_of, signer, written
from cairn.cases.models import Case, Clock, Duty
from cairn.incidents import policy
from cairn.incidents.commands.parts import FROM_THE_LIST
from cairn.incidents.models import Notice, NoticeKind
from cairn.kernel.verdict import Ground, enforce, require
from cairn.partnership.commands.locking import locked

# The duty of guidance that each notice meets. One to another area meets none of its own: that duty is to tell all.
MEETS = {
    NoticeKind.SAFEGUARDING_PARTNERS: "tell_safeguarding_partners",
    NoticeKind.LOOKED_AFTER_DEATH: "notify_looked_after_death",
    NoticeKind.CARE_LEAVER_DEATH: "notify_care_leaver_death",
    NoticeKind.REGULATED_SETTING: "notify_serious_incident",  # in 2015 this death was a notifiable incident
}
OF_REGULATED_SETTINGS = "wt15"
OTHER_RULES = "This notice belongs to the rules of 2015, and the clock of this case to others."


@command
def record_notice(
    case: Case,
    *,
    kind: str,
    sent_to: str,
    sent_on: date,
    evidence: str,
    late_reason: str = "",
    late_told: str = "",
    by: Actor,
    at: datetime,
) -> Notice:
    """A notice went out; what it was owed for is met, late with a reason (OB-095, OB-096; WT23 ¶331, ¶332)."""
    case = locked(case)
    enforce(
        policy.can(by, "record_notice", case, at)
        & one_of(NoticeKind.values, kind, FROM_THE_LIST, "kind")
        & written(sent_to, "Say to whom it went.", "sent_to")
        & written(evidence, "Say what shows it.", "evidence")
        & not_after_today(sent_on, at, "The day it was sent cannot be in the future.", "sent_on")
    )
    name = MEETS.get(NoticeKind(kind), "")
    clock, duty = _running(case, name), _owed(case, name)
    old_rules = kind != NoticeKind.REGULATED_SETTING or clock is None or clock.edition == OF_REGULATED_SETTINGS
    enforce(require(old_rules, OTHER_RULES, Ground.INPUT, "kind"))
    if clock is not None:
        late = {"late_reason": late_reason, "late_told": late_told}
        clock = cases.meet_clock(clock, met_on=sent_on, evidence=evidence, **late, by=by, at=at)
    if duty is not None:
        duty = cases.do_duty(duty, done_on=sent_on, late_reason=late_reason, by=by, at=at)
    row = Notice.unscoped.create(
        case=case,
        kind=kind,
        sent_to=sent_to.strip(),
        sent_on=sent_on,
        evidence=evidence.strip(),
        clock=clock,
        duty=duty,
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="record_notice", at=at, about=row)
    return row


def _running(case: Case, name: str) -> Clock | None:
    rows = Clock.unscoped.filter(case=case, duty=name, met_on=None, ended_on=None, superseded_by=None)
    return rows.order_by("id").last()


def _owed(case: Case, name: str) -> Duty | None:
    """The duty that stands where guidance sets no number of days."""
    if not name:
        return None
    return Duty.unscoped.filter(case=case, what=title_of(name), done_on=None, waived_on=None).first()
