"""A reader keeps a view of the combined chronology under a title of her own, and forgets it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict

from cairn.cases.forms.acting import NothingForm
from cairn.cases.views.inside import ACTS, Act, Inside, in_case, offer
from cairn.chronology import commands, policy
from cairn.chronology.forms.filters import SaveViewForm
from cairn.chronology.queries.saved import saved_view
from cairn.chronology.queries.table import reading
from cairn.chronology.views.table import filters_form
from cairn.look import answers

INTRO = "The filters are kept, not the rows: the view shows what fits them then. Only you see it."


@in_case(*ACTS)
def save_view(inside: Inside) -> HttpResponse:
    read = reading(inside.rights, inside.case, names_shown=inside.names_shown)
    sent = inside.request.POST if inside.request.method == "POST" else None
    asked = sent.get("query", "") if sent is not None else inside.request.GET.urlencode()
    filters = filters_form(read, QueryDict(asked)).filters if read else None
    if filters is None:
        return answers.absent()
    act = Act(
        "save_view",
        "Save this view",
        "Save it",
        f"{inside.url('chronology')}?{filters.query}",
        "The view is saved.",
        INTRO,
        action=policy.action_of("save_view"),
    )

    def save(typed: dict[str, Any]) -> None:
        title = typed["title"]
        commands.save_view(inside.case, title=title, query=filters.query, by=inside.request.actor, at=inside.at)

    return offer(inside, act, SaveViewForm(sent, initial={"query": filters.query}), save)


@in_case(*ACTS)
def forget_view(inside: Inside, key: str) -> HttpResponse:
    read = reading(inside.rights, inside.case, names_shown=inside.names_shown)
    view = saved_view(inside.rights, inside.case, key)
    if read is None or view is None:
        return answers.absent()
    act = Act(
        "forget_view",
        "Forget this view",
        "Forget it",
        inside.url("chronology"),
        "The view is forgotten.",
        about=read.relabelling.of(view.title),
        action=policy.action_of("forget_view"),
    )
    form = NothingForm(inside.request.POST if inside.request.method == "POST" else None)
    return offer(
        inside, act, form, lambda _typed: commands.forget_view(view, by=inside.request.actor, at=inside.at), row=view
    )
