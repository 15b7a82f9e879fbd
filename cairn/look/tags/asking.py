"""Tags that ask: questions of a form, what was wrong with them, buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cairn.look.problems import Problem, problems_of
from cairn.look.questions import Question, ask

register = template.Library()

Shown = dict[str, Any]


@register.simple_tag
def field(
    bound: BoundField,
    *,
    label: str = "",
    hint: str = "",
    size: str = "",
    heading: bool = False,
    width: str = "",
    rows: int = 0,
    prefix: str = "",
    suffix: str = "",
    inline: bool = False,
    small: bool = False,
) -> SafeString:
    """A field of a form as a question. `size` is s, m, l or xl; `width` counts characters: 2, 3, 4, 5, 10, 20 or 30."""
    question = ask(bound)
    kept = replace(
        question,
        label=label or question.label,
        hint=hint or question.hint,
        size=size,
        heading=heading,
        rows=rows or question.rows,
        prefix=prefix,
        suffix=suffix,
        classes=_classes(question.kind, width=width, inline=inline, small=small),
    )
    return show(kept)


def _classes(kind: str, *, width: str, inline: bool, small: bool) -> str:
    named = {
        f"govuk-input--width-{width}": bool(width),
        "moj-js-datepicker-input": kind == "picked_day",
        f"govuk-{kind}--inline": inline,
        f"govuk-{kind}--small": small,
    }
    return " ".join(name for name, wanted in named.items() if wanted)


def show(question: Question) -> SafeString:
    """A question in HTML."""
    return render_to_string(question.template, {"question": question})


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: BaseForm | None, reasons: Iterable[str] = ()) -> Shown:
    """What is wrong with a form. Pages that extend base.html show it by themselves for the form named `form`."""
    return {"errors": problems_of(form, reasons)}


@register.inclusion_tag("components/error_summary.html", takes_context=True)
def problems(context: template.Context) -> Shown:
    """What is wrong with the page: the errors of its form, and the reasons of a refusal that no field carries."""
    return {"errors": _problems(context)}


@register.simple_tag(takes_context=True)
def error_prefix(context: template.Context) -> str:
    """The word that begins the title of a page with errors, so that it is heard first."""
    return "Error: " if _problems(context) else ""


def _problems(context: template.Context) -> Sequence[Problem]:
    form = context.get("form")
    refusal = context.get("refusal")
    return problems_of(form if isinstance(form, BaseForm) else None, refusal.sentences if refusal is not None else ())


@register.simple_block_tag
def fieldset(content: str, legend: str, *, size: str = "m", heading: bool = False) -> SafeString:
    """Several questions under one heading."""
    shown = {"content": content, "legend": legend, "size": size, "heading": heading}
    return render_to_string("components/fieldset.html", shown)


@register.inclusion_tag("components/button.html")
def button(text: str, *, href: str = "", kind: str = "", name: str = "", value: str = "", once: bool = True) -> Shown:
    """A button, or a link that looks like one. `kind` is secondary, warning, inverse or start."""
    return {"text": text, "href": href, "kind": kind, "name": name, "value": value, "once": once}
