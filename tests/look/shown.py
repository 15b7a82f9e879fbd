"""The official examples, shown by our tags: how each example's options are said in our arguments."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from cairn.look.parts import Cell, Column, Link, Row, Task
from cairn.look.questions import Box, Option, Question
from cairn.look.tags.asking import show
from tests.look.official import Options, block, said, size, words

PASSED_ON = ("autocapitalize", "autocomplete", "inputmode", "pattern", "spellcheck", "multiple")


def question(kind: str, asked: Options, **more: Any) -> str:
    """A question with a label, a hint and an error."""
    label = asked.get("label") or (asked.get("fieldset") or {}).get("legend") or {}
    name = asked.get("name") or asked.get("namePrefix") or ""
    value = asked.get("value")
    return show(
        Question(
            kind=kind,
            id=asked.get("id") or asked.get("idPrefix") or name,
            name=name,
            label=words(label),
            size=size(label.get("classes")),
            heading=bool(label.get("isPageHeading")),
            hint=words(asked.get("hint")),
            error=words(asked.get("errorMessage")),
            classes=asked.get("classes") or "",
            value="" if value is None else str(value),
            attrs=[(key, _attribute(asked[key])) for key in PASSED_ON if key in asked],
            **more,
        )
    )


def _attribute(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) and value is False else ("true" if value is True else value)


def text_input(options: Options) -> str:
    ends = {end: words(options.get(end)) for end in ("prefix", "suffix")}
    return question("input", options, type=options.get("type") or "text", **ends)


def textarea(options: Options) -> str:
    return question("textarea", options, rows=int(options.get("rows") or 5), limit=options.get("maxlength"))


def file_upload(options: Options) -> str:
    multiple = options.pop("multiple", False)
    html = question("file", options)
    return html.replace('type="file"', 'type="file" multiple') if multiple else html


def date_input(options: Options) -> str:
    prefix = options.get("namePrefix")
    boxes = [_box(options, prefix, part) for part in ("day", "month", "year") if options.get(part) is not False]
    return question("date", options, boxes=boxes)


def _box(options: Options, prefix: str | None, part: str) -> Box:
    own = options.get(part) or {}
    told = any((options.get(other) or {}).get("error") is not None for other in ("day", "month", "year"))
    return Box(
        id=f"{options['id']}-{part}",
        name=f"{prefix}-{part}" if prefix else part,
        label=part.capitalize(),
        value=str((options.get("values") or {}).get(f"{prefix}-{part}" if prefix else part) or ""),
        width=4 if part == "year" else 2,
        error=bool(own.get("error")) if told else bool(options.get("errorMessage")),
        autocomplete=own.get("autocomplete") or "",
    )


def choices(kind: str) -> Callable[[Options], str]:
    """Radios or checkboxes."""

    def shown(options: Options) -> str:
        prefix = options.get("idPrefix") or options["name"]
        picked = options.get("values") or [options.get("value")]
        items = [
            Option(
                id=item.get("id") or (prefix if index == 0 else f"{prefix}-{index + 1}"),
                value=str(item.get("value", "")),
                text=words(item),
                checked=item.get("checked", item.get("value") is not None and item.get("value") in picked),
                hint=words(item.get("hint")),
                disabled=bool(item.get("disabled")),
            )
            for index, item in enumerate(options["items"])
            if item
        ]
        return question(kind, {key: value for key, value in options.items() if key != "value"}, options=items)

    return shown


def select(options: Options) -> str:
    chosen = options.get("value")
    items = [
        Option(
            id="",
            value=_attribute(item["value"]) if isinstance(item["value"], bool) else str(item["value"]),
            text=str(item["text"]),
            checked=item.get("selected", item["value"] == chosen and chosen is not None),
            disabled=bool(item.get("disabled")),
        )
        for item in options["items"]
        if item
    ]
    return question("select", {key: value for key, value in options.items() if key != "value"}, options=items)


def button(options: Options) -> str:
    kind = (options.get("classes") or "").removeprefix("govuk-button--")
    kind = "start" if options.get("isStartButton") else kind
    return said(
        "{% button text href=href kind=kind name=name value=value once=once %}",
        text=words(options),
        href=options.get("href") or "",
        kind=kind,
        name=options.get("name") or "",
        value=options.get("value") or "",
        once=bool(options.get("preventDoubleClick")),
    )


def error_summary(options: Options) -> str:
    errors = [(words(item), item.get("href") or "") for item in options.get("errorList") or []]
    return said('{% include "components/error_summary.html" %}', errors=errors)


def fieldset(options: Options) -> str:
    legend = options["legend"]
    shown = {"legend": words(legend), "size": size(legend.get("classes")), "heading": bool(legend.get("isPageHeading"))}
    inside = mark_safe(options.get("html") or "")
    return said("{% fieldset legend size=size heading=heading %}{{ inside }}{% endfieldset %}", inside=inside, **shown)


def notice(options: Options) -> str:
    inside = options.get("html") or f'<p class="govuk-notification-banner__heading">{block(options)}</p>'
    return said(
        "{% notice title success=success id=id %}{{ inside }}{% endnotice %}",
        title=words(options, "titleText", "titleHtml"),
        success=options.get("type") == "success",
        id=options.get("titleId") or "govuk-notification-banner-title",
        inside=mark_safe(inside),
    )


def pagination(options: Options) -> str:
    items = options.get("items") or []
    pages = [
        Link(str(item.get("number", "")), "" if item.get("ellipsis") else item["href"], bool(item.get("current")))
        for item in items
    ]
    ends = {end: (options.get(end) or {}).get("href", "") for end in ("previous", "next")}
    return said('{% include "components/pagination.html" %}', pages=pages, **ends)


def summary_list(options: Options) -> str:
    rows = [
        Row(
            words(row["key"]),
            words(row["value"]),
            [_action(item) for item in (row.get("actions") or {}).get("items", ())],
        )
        for row in options["rows"]
        if row
    ]
    return said("{% summary_list rows %}", rows=rows)


def _action(item: Options) -> Link:
    return Link(words(item), item["href"], hidden=item.get("visuallyHiddenText") or "")


def table(options: Options) -> str:
    rows = [
        [Cell(words(cell)) if cell.get("html") else cell["text"] for cell in row if cell] for row in options["rows"]
    ]
    formats = options.get("head") or (options["rows"][0] if options["rows"] else [])
    columns = [Column(words(head), numeric=head.get("format") == "numeric") for head in formats if head]
    html = said(
        "{% table columns rows caption size=size row_headings=first %}",
        columns=columns,
        rows=rows,
        caption=options.get("caption") or "",
        size=size(options.get("captionClasses")),
        first=bool(options.get("firstCellIsHeader")),
    )
    return html if options.get("head") else re.sub(r"<thead.*?</thead>", "", html, flags=re.DOTALL)


def tabs(options: Options) -> str:
    items = [item for item in options["items"] if item]
    inside = "".join(
        said(
            "{% tab_panel id first=first %}{{ inside }}{% endtab_panel %}",
            id=item["id"],
            first=index == 0,
            inside=_panel(item["panel"]),
        )
        for index, item in enumerate(items)
    )
    labels = [(item["id"], item["label"]) for item in items]
    title = options.get("title") or "Contents"
    return said(
        "{% tabs title labels %}{{ inside }}{% endtabs %}", title=title, labels=labels, inside=mark_safe(inside)
    )


def _panel(options: Options) -> SafeString:
    return mark_safe(options.get("html") or f'<p class="govuk-body">{block(options)}</p>')


def task_list(options: Options) -> str:
    tasks = [
        Task(
            title=words(item["title"]),
            state=words(item["status"].get("tag") or item["status"]),
            href=item.get("href") or "",
            colour=_colour(item["status"].get("tag")),
            hint=words(item.get("hint")),
            cannot_start="cannot-start-yet" in (item["status"].get("classes") or ""),
        )
        for item in options["items"]
        if item
    ]
    return said("{% task_list tasks id=id %}", tasks=tasks, id=options.get("idPrefix") or "task-list")


def _colour(tag: Options | None) -> str | None:
    return None if tag is None else (tag.get("classes") or "").removeprefix("govuk-tag--")


def service_navigation(options: Options) -> str:
    menu = [(words(item), item.get("href") or "", bool(item.get("current"))) for item in options["navigation"] if item]
    return said("{% service_navigation menu %}", menu=menu)


SHOWN: dict[str, Callable[[Options], str]] = {
    "back-link": lambda o: said("{% back_link href text %}", href=o.get("href", "#"), text=words(o) or "Back"),
    "breadcrumbs": lambda o: said(
        "{% breadcrumbs crumbs %}", crumbs=[(words(item), item.get("href") or "") for item in o["items"]]
    ),
    "button": button,
    "character-count": textarea,
    "checkboxes": choices("checkboxes"),
    "date-input": date_input,
    "details": lambda o: said(
        "{% details summary open=open %}{{ inside }}{% enddetails %}",
        summary=words(o, "summaryText", "summaryHtml"),
        open=bool(o.get("open")),
        inside=mark_safe(block(o)),
    ),
    "error-summary": error_summary,
    "exit-this-page": lambda o: said("{% exit_this_page href %}", href=o["redirectUrl"]),
    "fieldset": fieldset,
    "file-upload": file_upload,
    "generic-header": lambda o: said(
        "{% generic_header text href mark=False %}", text=words(o, "logoText", "logoHtml"), href=o.get("url") or "/"
    ),
    "input": text_input,
    "inset-text": lambda o: said("{% inset %}{{ inside }}{% endinset %}", inside=mark_safe(block(o))),
    "notification-banner": notice,
    "pagination": pagination,
    "panel": lambda o: said(
        "{% panel title level=level %}{{ inside }}{% endpanel %}",
        title=words(o, "titleText", "titleHtml"),
        level=o.get("headingLevel") or 1,
        inside=mark_safe(block(o)),
    ),
    "password-input": lambda o: question("password", {"autocomplete": "current-password", **o}),
    "phase-banner": lambda o: said("{% phase_banner tag text %}", tag=words(o["tag"]), text=words(o)),
    "radios": choices("radios"),
    "select": select,
    "service-navigation": service_navigation,
    "skip-link": lambda o: said("{% skip_link text href %}", text=words(o), href=o.get("href") or "#content"),
    "summary-list": summary_list,
    "table": table,
    "tabs": tabs,
    "tag": lambda o: said(
        "{% tag text colour %}", text=words(o), colour=(o.get("classes") or "").removeprefix("govuk-tag--")
    ),
    "task-list": task_list,
    "textarea": textarea,
    "warning-text": lambda o: said("{% warning text %}", text=words(o)),
}
