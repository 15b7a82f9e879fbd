"""From a form's field to a question on the page: its label, hint, errors, boxes and choices, ready for a template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from cairn.look.fields import AnswerWidget, DayWidget, PickedDayInput

PASSED_ON = (
    "accept",
    "autocapitalize",
    "autocomplete",
    "inputmode",
    "max",
    "min",
    "multiple",
    "pattern",
    "spellcheck",
    "step",
)


@dataclass(frozen=True)
class Option:
    """One choice of radios, checkboxes or a select."""

    id: str
    value: str
    text: str
    checked: bool = False
    hint: str = ""
    disabled: bool = False
    conditional: str = ""


@dataclass(frozen=True)
class Box:
    """One of the three boxes of a date."""

    id: str
    name: str
    label: str
    value: str
    width: int
    error: bool = False
    autocomplete: str = ""


@dataclass(frozen=True)
class Question:
    """A question as a component shows it."""

    kind: str
    id: str
    name: str
    label: str = ""
    hint: str = ""
    error: str = ""
    value: str = ""
    size: str = ""
    heading: bool = False
    type: str = "text"
    classes: str = ""
    rows: int = 5
    limit: int | None = None
    prefix: str = ""
    suffix: str = ""
    attrs: Sequence[tuple[str, object]] = ()
    options: Sequence[Option] = ()
    boxes: Sequence[Box] = ()
    more: Question | None = field(default=None)

    @property
    def described_by(self) -> str:
        """The ids of what is read aloud with the box: the limit, the hint, the error."""
        parts = [
            f"{self.id}-info" if self.limit else "",
            f"{self.id}-hint" if self.hint else "",
            f"{self.id}-error" if self.error else "",
        ]
        return " ".join(part for part in parts if part)

    @property
    def template(self) -> str:
        """The template that shows this kind of question."""
        return f"components/question/{self.kind}.html"


def ask(bound: BoundField) -> Question:
    """The question that a field of a form asks, with what was typed and what was wrong with it."""
    widget = bound.field.widget
    question = Question(
        kind=kind_of(widget),
        id=bound.auto_id or bound.html_name,
        name=bound.html_name,
        label=str(bound.label),
        hint=str(bound.help_text),
        error=" ".join(str(error) for error in bound.errors),
        attrs=_attributes(bound),
    )
    if isinstance(widget, DayWidget):
        return replace(question, boxes=_boxes(bound, widget))
    if isinstance(widget, AnswerWidget):
        return _answer(question, bound, widget)
    if isinstance(widget, forms.CheckboxInput):
        return _tick(question, bound, widget)
    if isinstance(widget, forms.Select | forms.RadioSelect | forms.CheckboxSelectMultiple):
        return replace(question, options=tuple(_options(question, widget, bound.value())))
    return _typed(question, bound, widget)


def kind_of(widget: forms.Widget) -> str:
    """Which template shows this widget."""
    if widget.is_hidden:
        return "hidden"
    kinds: tuple[tuple[type[forms.Widget], str], ...] = (
        (AnswerWidget, "radios"),
        (DayWidget, "date"),
        (PickedDayInput, "picked_day"),
        (forms.PasswordInput, "password"),
        (forms.FileInput, "file"),
        (forms.Textarea, "textarea"),
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radios"),
        (forms.CheckboxInput, "tick"),
        (forms.Select, "select"),
    )
    return next((kind for of, kind in kinds if isinstance(widget, of)), "input")


def _attributes(bound: BoundField) -> tuple[tuple[str, object], ...]:
    given = {**bound.field.widget.attrs, **bound.field.widget_attrs(bound.field.widget)}
    return tuple((name, given[name]) for name in PASSED_ON if given.get(name) not in (None, False))


def _typed(question: Question, bound: BoundField, widget: forms.Widget) -> Question:
    value = None if isinstance(widget, forms.PasswordInput | forms.FileInput) else widget.format_value(bound.value())
    type_ = getattr(widget, "input_type", "text")
    limit = getattr(bound.field, "max_length", None) if isinstance(widget, forms.Textarea) else None
    rows = int(widget.attrs.get("rows", 5)) if isinstance(widget, forms.Textarea) else 5
    kept = "" if value is None else str(value)
    if type_ == "number":  # browsers turn a number's box with the mouse wheel, and drop what they cannot read
        return replace(question, value=kept, attrs=(("inputmode", "numeric"),))
    return replace(question, value=kept, type=type_, limit=limit, rows=rows)


def _option_id(prefix: str, index: int) -> str:
    return prefix if index == 0 else f"{prefix}-{index + 1}"


def _options(question: Question, widget: Any, value: object) -> Iterable[Option]:
    hints: dict[str, str] = getattr(widget, "option_hints", {})
    listed = widget.options(question.name, widget.format_value(value))
    for index, option in enumerate(listed):
        yield Option(
            id=_option_id(question.id, index),
            value=str(option["value"]),
            text=str(option["label"]),
            checked=bool(option["selected"]),
            hint=hints.get(str(option["value"]), ""),
            disabled=bool(option["attrs"].get("disabled")),
        )


def _tick(question: Question, bound: BoundField, widget: forms.CheckboxInput) -> Question:
    option = Option(question.id, "on", question.label, widget.check_test(bound.value()), question.hint)
    return replace(question, options=(option,), hint="", label="")


def _boxes(bound: BoundField, widget: DayWidget) -> tuple[Box, ...]:
    value = bound.value()
    typed = value if isinstance(value, list | tuple) else widget.decompress(value)
    wrong = {part for error in bound.errors.as_data() for part in (error.params or {}).get("boxes", ())}
    born = widget.attrs.get("autocomplete") == "bday"
    return tuple(
        Box(
            id=f"{bound.auto_id or bound.html_name}_{part}",
            name=f"{bound.html_name}_{part}",
            label=part.capitalize(),
            value=str(words or ""),
            width=4 if part == "year" else 2,
            error=bool(bound.errors) and (not wrong or part in wrong),
            autocomplete=f"bday-{part}" if born else "",
        )
        for part, words in zip(("day", "month", "year"), typed, strict=True)
    )


def _answer(question: Question, bound: BoundField, widget: AnswerWidget) -> Question:
    value = bound.value()
    how, words = value if isinstance(value, list | tuple) else widget.decompress(value)
    choices = replace(question, name=f"{bound.html_name}_how")
    options = tuple(_options(choices, widget.widgets[0], how))
    more = Question(
        kind="textarea",
        id=f"{question.id}_words",
        name=f"{bound.html_name}_words",
        label=widget.words_label,
        value=str(words or ""),
        rows=widget.rows,
        error=question.error if how == "given" else "",
    )
    shown = f"conditional-{options[0].id}"
    return replace(choices, options=(replace(options[0], conditional=shown), *options[1:]), more=more)
