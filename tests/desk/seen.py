"""What a person reads on a page: its words without the markup, and its tables as lists."""

from __future__ import annotations

from html.parser import HTMLParser

from django.test import Client

BREAKS = {"p", "li", "h1", "h2", "h3", "tr", "td", "th", "dt", "dd", "caption", "option", "a", "strong", "div", "span"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in BREAKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def words(html: str) -> str:
    """The words of a page with single spaces between them."""
    reader = _Words()
    reader.feed(html)
    return " ".join("".join(reader.parts).split())


def page(client: Client, address: str, status: int = 200) -> str:
    """The words of the page at an address; fails on another status."""
    response = client.get(address)
    assert response.status_code == status, (address, response.status_code)
    return words(response.content.decode())


def main(client: Client, address: str) -> str:
    """The words of the page's own part, without menu and footer."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    html = response.content.decode()
    return words(html[html.index("<main") : html.index("</main>")])


def section(html_words: str, start: str, end: str) -> str:
    """The words from one heading to the next."""
    begun = html_words.index(start)
    return html_words[begun : html_words.index(end, begun + len(start))]
