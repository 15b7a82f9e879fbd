"""The page of one act of a chronology: what the policy of this app says, put before the usual page of an act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict

from cairn.cases.queries.naming import labels_for
from cairn.cases.views.inside import Act, Inside, offer
from cairn.chronology import policy
from cairn.chronology.queries import asking, comments, entries, episodes, marks
from cairn.look.parts import Link

Asked = asking.OneChronology | asking.OneRequest | asking.OneCase
Row = Asked | entries.OneEntry | comments.OneComment | episodes.OneEpisode | marks.OneMark


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
    asks_again: bool = False,
    **shown: Any,
) -> HttpResponse:
    """Offer an act on a row, or show why not."""
    offered = Act(name, title, button, leads_to, said, intro, about, asks_again, policy.action_of(name))
    return offer(inside, offered, form, do, row=row, verdict=policy.verdict(inside.rights, name, row), **shown)


def words_for(inside: Inside) -> Callable[[str], str]:
    """What agencies wrote, as this reader may see it: as it is, or with labels in place of names."""
    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)
    return labels.of if labels else str


def sent(inside: Inside) -> QueryDict | None:
    """What was sent, even if nothing was typed."""
    return inside.request.POST if inside.request.method == "POST" else None


def links(inside: Inside, row: Row, *offered: tuple[str, str, str]) -> list[Link]:
    """A link for each act that would be allowed now, from (act, text, address)."""
    return [Link(text, href) for name, text, href in offered if policy.verdict(inside.rights, name, row)]
