"""The page of one act of an app above: what its own policy says, put before the usual page of an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from django import forms
from django.http import HttpResponse, QueryDict

from cairn.cases.queries import Readable, Rights
from cairn.cases.views.inside import Act, Inside, offer
from cairn.kernel.verdict import Verdict
from cairn.look.parts import Link

Row = TypeVar("Row", bound=Readable)
Judged = TypeVar("Judged", contravariant=True)


class Policy(Protocol[Judged]):
    """The module in which an app says who may do what to its rows."""

    def action_of(self, act: str) -> str:
        """The action of the matrix that an act needs."""
        ...

    def verdict(self, rights: Rights, act: str, row: Judged) -> Verdict:
        """Whether she may do the act to this row."""
        ...


@dataclass(frozen=True)
class Acting(Generic[Row]):
    """The pages of the acts of one app, by its policy."""

    policy: Policy[Row]

    def act(
        self,
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
        offered = Act(name, title, button, leads_to, said, intro, about, asks_again, self.policy.action_of(name))
        verdict = self.policy.verdict(inside.rights, name, row)
        return offer(inside, offered, form, do, row=row, verdict=verdict, **shown)

    def links(self, inside: Inside, row: Row, *offered: tuple[str, str, str]) -> list[Link]:
        """A link for each act that would be allowed now, from (act, text, address)."""
        return [Link(text, href) for name, text, href in offered if self.policy.verdict(inside.rights, name, row)]


def sent(inside: Inside) -> QueryDict | None:
    """What was sent, even if nothing was typed."""
    return inside.request.POST if inside.request.method == "POST" else None
