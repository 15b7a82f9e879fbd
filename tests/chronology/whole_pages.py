"""The pages of the combined chronology as people open them."""

from __future__ import annotations

import html
import re

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.chronology.acting import On

MAIN = re.compile(r"<main.*</main>", re.DOTALL)
EVENT = re.compile(r'data-column="What happened">(.*?)</td>', re.DOTALL)
TAGS = re.compile(r"<details.*?</details>|<[^>]+>", re.DOTALL)


def url(on: On, name: str = "chronology", *parts: str) -> str:
    """A page of the case."""
    return reverse(name, args=[on.case.key, *parts])


def opened(on: On, who: str | Client, /, **asked: object) -> str:
    """The page as she sees it, narrowed as asked."""
    client = on.world.client(who) if isinstance(who, str) else who
    return text(client.get(url(on), asked))


def text(answer: HttpResponse, status: int = 200) -> str:
    """The page as one line, once it answered as it should."""
    assert answer.status_code == status, answer.content.decode()
    return html.unescape(" ".join(answer.content.decode().split()))


def events(page: str) -> list[str]:
    """The first word of what happened, row by row."""
    return [TAGS.sub(" ", cell).split()[0] for cell in EVENT.findall(page)]
