"""The sheet to copy from; what was sent is recorded, corrected, withdrawn; other notices."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.cases import queries as cases
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.incidents import commands, policy, queries
from cairn.incidents.forms.notifying import CorrectedForm, NoticeForm, OrderForm, SentForm, Value, WithdrawalForm
from cairn.kernel.verdict import Refused
from cairn.look import answers
from cairn.partnership import clock
from cairn.partnership.clock import LONDON, day_of
from cairn.partnership.signin.request import Request

Typed = dict[str, Any]
SENT = "incidents/sent.html"
ORDER = "incidents/order.html"
DO = "keep_notifying"


@in_case(*READS)
def sheet(inside: Inside) -> HttpResponse:
    if not inside.rights.can(DO):
        return answers.absent()
    fields = queries.sheet(inside.request.actor, inside.case, inside.at, inside.rights)
    shown = {"fields": [(number, field) for number, field in enumerate(fields)], "today": day_of(inside.at)}
    return inside.page("incidents/sheet.html", shown, read="read_identity")


@in_case(*ACTS)
def record_notification(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    begun = queries.one_incident(actor, inside.case, at, inside.rights)
    if begun is None or not inside.rights.can("read_notifying"):
        return answers.absent()
    act = Act(
        "record_notification",
        "What was sent?",
        "Record it",
        inside.url("notifying"),
        "The notification is recorded, and the clocks with it.",
        "The values are those of the records now. Change them to what was really sent: they are kept as sent.",
        action=DO,
    )
    values = queries.sheet(actor, inside.case, at, inside.rights)
    form = SentForm(
        inside.request.POST or None,
        inside.request.FILES or None,
        initial={"partners_views": _views(inside)},
        values=[Value(field.id, field.label, field.child, field.value) for field in values],
    )

    def record(typed: Typed) -> None:
        late = {name: typed[name] for name in ("late_reason", "late_told")}
        commands.record_notification(begun, sent=_sent(form), **late, by=actor, at=at)

    verdict = policy.can(actor, "record_notification", begun, at)
    return offer(inside, act, form, record, row=begun, verdict=verdict, template=SENT, read="read_identity")


@in_case(*ACTS)
def correct_notification(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = queries.one_notification(actor, inside.case, key, at)
    if found is None:
        return answers.absent()
    act = Act(
        "correct_notification",
        "What was wrong in what was sent?",
        "Record the correction",
        inside.url("notifying"),
        "The correction is recorded. The version before stays to be seen.",
        action=DO,
    )
    named = bool(inside.rights.can("read_identity", inside.case))
    fields = found.fields if named else []
    form = CorrectedForm(
        inside.request.POST or None,
        inside.request.FILES or None,
        initial=_as_it_was(found) if named else {},
        values=[Value(**field) for field in fields],
    )

    def correct(typed: Typed) -> None:
        said = {name: typed[name] for name in ("correction", "late_reason", "late_told")}
        commands.correct_notification(found, sent=_sent(form), **said, by=actor, at=at)

    verdict = policy.can(actor, "correct_notification", found, at)
    return offer(inside, act, form, correct, row=found, verdict=verdict, template=SENT, read="read_identity")


@in_case(*ACTS)
def withdraw_notification(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = queries.one_notification(actor, inside.case, key, at)
    if found is None:
        return answers.absent()
    act = Act(
        "withdraw_notification",
        "Withdraw the notification",
        "Withdraw it",
        inside.url("notifying"),
        "It is withdrawn. The rapid review is no longer owed.",
        "It was found that the criteria were not met. The clock of the rapid review ends with this finding.",
        action=DO,
    )
    return offer(
        inside,
        act,
        WithdrawalForm(inside.request.POST or None),
        lambda typed: commands.withdraw_notification(found, **typed, by=actor, at=at),
        row=found,
        verdict=policy.can(actor, "withdraw_notification", found, at),
    )


@in_case(*ACTS)
def record_notice(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act(
        "record_notice",
        "Who else was told?",
        "Record it",
        inside.url("notifying"),
        "It is recorded.",
        action=DO,
    )
    return offer(
        inside,
        act,
        NoticeForm(inside.request.POST or None),
        lambda typed: commands.record_notice(inside.case, **typed, by=actor, at=at),
        verdict=policy.can(actor, "record_notice", inside.case, at),
    )


def arrange_sheet(request: HttpRequest) -> HttpResponse:
    known, at = cast(Request, request), clock.now()
    if not policy.can_arrange_sheet(known.actor):
        return answers.absent()
    labels = queries.labels()
    form = OrderForm(request.POST or None, order=[(name, labels[name]) for name in queries.order()])
    said = ""
    if request.method == "POST":
        if not form.is_valid():
            return render(request, ORDER, {"form": form}, status=400)
        try:
            commands.arrange_sheet(order=form.arranged(), by=known.actor, at=at)
        except Refused as refusal:
            return answers.refused(request, ORDER, {"form": form}, refusal.verdict)
        said = "The order is kept."
        form = OrderForm(order=[(name, labels[name]) for name in queries.order()])
    return render(request, ORDER, {"form": form, "said": said})


def _sent(form: SentForm) -> commands.Sent:
    typed = form.cleaned_data
    words = {name: typed[name] for name in ("submitted_by", "agreed_by", "partners_views", "system_reference")}
    return commands.Sent(
        sent_at=_moment(typed["sent_on"], typed["sent_time"]),
        threshold_met=typed["threshold_met"] == "yes",
        fields=form.as_sent(),
        copy=typed["copy"],
        **words,
    )


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON)


def _views(inside: Inside) -> str:
    """What each partner said of the decision to notify, as it stands now."""
    decision = cases.standing_decision(inside.request.actor, inside.case, "notify", inside.at)
    voices = decision.voices if decision else ()
    return "\n".join(f"{voice.who}: {voice.stance_label}. {voice.words}".strip() for voice in voices)


def _as_it_was(found: queries.OneNotification) -> Typed:
    moment = found.sent_at.astimezone(LONDON)
    names = ("submitted_by", "agreed_by", "partners_views", "system_reference")
    return {
        **{name: getattr(found, name) for name in names},
        "sent_on": moment.date(),
        "sent_time": moment.time(),
        "threshold_met": "yes" if found.threshold_met else "no",
    }
