"""The page of one act on findings: what the policy of this app says, put before the usual page of an act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict

from cairn.cases.queries.naming import labels_for
from cairn.cases.views.inside import Act, Inside, offer
from cairn.findings import policy
from cairn.findings.queries import reading
from cairn.look.parts import Link
from cairn.names.relabelling import Relabelling

Row = reading.OneCase | reading.OneFinding | reading.OneGround


def act(
    inside: Inside,
    name: str,
    row: Row,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    *,
    title: str,
    button: str,
    leads_to: str,
    said: str,
    intro: str = "",
    about: str = "",
    **shown: Any,
) -> HttpResponse:
    """Offer an act on a row, or show why not."""
    offered = Act(name, title, button, leads_to, said, intro, about, action=policy.ACTION_OF[name])
    return offer(inside, offered, form, do, row=row, verdict=policy.verdict(inside.rights, name, row), **shown)


def labels_of(inside: Inside) -> Relabelling | None:
    """What puts labels in place of names for this reader, if she works with pseudonyms."""
    return labels_for(inside.rights, inside.case, names_shown=inside.names_shown)


def sent(inside: Inside) -> QueryDict | None:
    """What was sent, even if nothing was typed."""
    return inside.request.POST if inside.request.method == "POST" else None


def links(inside: Inside, row: Row, *offered: tuple[str, str, str]) -> list[Link]:
    """A link for each act that would be allowed now, from (act, text, address)."""
    return [Link(text, href) for name, text, href in offered if policy.verdict(inside.rights, name, row)]
