"""The gallery of components."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client, RequestFactory

from cairn.look.views import gallery


@pytest.fixture
def html() -> str:
    return gallery(RequestFactory().get("/components/")).content.decode()


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.referred: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in {"for", "aria-describedby", "aria-labelledby"}:
                self.referred |= set((value or "").split())


def test_it_has_one_heading_of_the_first_level(html) -> None:
    assert len(re.findall("<h1", html)) == 1


def test_every_id_is_there_once_and_every_label_finds_its_box(html) -> None:
    found = _Ids()
    found.feed(html)
    assert len(found.ids) == len(set(found.ids))
    assert found.referred - set(found.ids) == set()


def test_it_carries_no_inline_script_style_or_handler(html) -> None:
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)", html) == []


@pytest.mark.django_db
def test_it_is_for_those_who_are_signed_in() -> None:
    response = Client().get("/components/")
    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/")
