"""Reading the official examples: HTML without what does not count, the options of an example, its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from typing import Any

from django.template import Context, Template
from django.utils.safestring import mark_safe

Options = dict[str, Any]
SIZES = re.compile(r"^(?:govuk-(?:label|fieldset__legend|table__caption)--(s|m|l|xl))?$")


class Elements(HTMLParser):
    """HTML as a list of tags and words, in which the order of attributes and classes and white space do not count."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = {name: (value or "") for name, value in attrs}
        if "class" in kept:
            kept["class"] = " ".join(sorted(kept["class"].split()))
        self.found.append((tag, tuple(sorted(kept.items()))))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if data.split():
            self.found.append(" ".join(data.split()))


def elements(html: str) -> list[object]:
    """The tags and words of this HTML; an element closed at once is the same as one closed by an end tag."""
    found = Elements(html).found
    return [item for item in found if item not in ("/path", "/ellipse", "/input")]


def paths(options: object, at: str = "") -> Iterator[str]:
    """Every option that an example uses, as in `items[].hint.text`."""
    if isinstance(options, dict):
        for name, value in options.items():
            if value is not None:
                yield from paths(value, f"{at}.{name}" if at else name)
    elif isinstance(options, list):
        for value in options:
            yield from paths(value, f"{at}[]")
    else:
        yield at


def words(options: Options | None, text: str = "text", html: str = "html") -> str:
    """A text, or HTML that the example trusts."""
    if not options:
        return ""
    return mark_safe(options[html]) if options.get(html) else str(options.get(text) or "")


def block(options: Options) -> str:
    """What stands inside a block tag."""
    return options["html"] if options.get("html") else escape(str(options.get("text") or ""))


def said(source: str, **context: object) -> str:
    """A piece of template, rendered."""
    return Template("{% load look %}" + source).render(Context(context))


def size(classes: str | None) -> str:
    """The size that a class stands for."""
    found = SIZES.match(classes or "")
    assert found, f"not a size of ours: {classes}"
    return found[1] or ""
