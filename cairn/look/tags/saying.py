"""Tags that say something: states, warnings, banners, what is folded away."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()

Shown = dict[str, Any]


@register.inclusion_tag("components/tag.html")
def tag(text: str, colour: str = "") -> Shown:
    """A state in a coloured box. The word says it; the colour only helps."""
    return {"text": text, "colour": colour}


@register.inclusion_tag("components/badge.html")
def badge(text: str, colour: str = "") -> Shown:
    """A small mark beside a name, such as Demonstration."""
    return {"text": text, "colour": colour}


@register.inclusion_tag("components/warning.html")
def warning(text: str) -> Shown:
    """What must not be overlooked."""
    return {"text": text}


@register.inclusion_tag("components/alert.html")
def alert(text: str, *, kind: str = "information", label: str = "") -> Shown:
    """A message with a sign beside it. `kind` is information, success, warning or error; `label` names it aloud."""
    return {"text": text, "kind": kind, "label": label or text}


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """Text set apart from its surroundings."""
    return render_to_string("components/inset.html", {"content": content})


@register.simple_block_tag
def details(content: str, summary: str, *, open: bool = False) -> SafeString:
    """Text folded away until asked for."""
    return render_to_string("components/details.html", {"content": content, "summary": summary, "open": open})


@register.simple_block_tag
def notice(content: str, title: str = "", *, success: bool = False, id: str = "govuk-notification-banner-title") -> str:
    """A banner about the whole page. Give an id of its own where a page has two."""
    shown = {
        "content": content,
        "title": title or ("Success" if success else "Important"),
        "success": success,
        "id": id,
    }
    return render_to_string("components/notice.html", shown)


@register.simple_block_tag
def panel(content: str, title: str, *, level: int = 1) -> SafeString:
    """What was done, on the page after it. Its title is the page's h1."""
    return render_to_string("components/panel.html", {"content": content, "title": title, "level": level})


@register.inclusion_tag("components/phase_banner.html")
def phase_banner(tag: str, text: str) -> Shown:
    """What kind of place this is, such as a trial."""
    return {"tag": tag, "text": text}
