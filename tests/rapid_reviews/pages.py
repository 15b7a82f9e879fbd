"""The pages of a rapid review as people send them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from cairn.rapid_reviews.engine.questions import sections
from cairn.rapid_reviews.models import Return
from tests.rapid_reviews.acting import Scene, changes


@dataclass
class Pages:
    """Addresses of one scene, and what the forms there take."""

    on: Scene

    def url(self, name: str, *parts: str) -> str:
        """A page of the case."""
        return reverse(name, args=[self.on.case.key, *parts])

    def own(self, name: str, *parts: str) -> str:
        """A page of the trust's return."""
        return self.url(f"agency_return{name}", self.on.answer.key, *parts)

    def send(self, client: Client, url: str, **typed: object) -> None:
        """What must go through."""
        answer = client.post(url, typed)
        assert answer.status_code == 302, answer.content.decode()

    def fill(self, client: Client) -> None:
        """Every section, page by page, by *Save and go on*."""
        for each in sections():
            self.send(client, self.own("_section", each.id), **typed(each.id), version=0)

    def version(self) -> int:
        """The number that sending in asks for."""
        return changes(Return.unscoped.get(pk=self.on.answer.pk))


def typed(name: str) -> dict[str, str]:
    """Something in each box of a section."""
    (each,) = [section for section in sections() if section.id == name]
    boxes: dict[str, str] = {}
    for question in each.questions:
        if question.kind == "words":
            boxes[question.id] = "As we know it."
        elif question.kind == "answered":
            boxes |= {f"{question.id}_how": "given", f"{question.id}_words": "As we know it."}
        elif question.kind == "yes_no":
            boxes[f"{question.id}_how"] = "no"
    return boxes


def day(name: str, number: int, month: int = 8) -> dict[str, int]:
    """The three boxes of a date."""
    return {f"{name}_day": number, f"{name}_month": month, f"{name}_year": 2026}


def text(answer: HttpResponse, status: int = 200) -> str:
    """The page as one line, once it answered as it should."""
    assert answer.status_code == status, answer.content.decode()
    return " ".join(answer.content.decode().split())
