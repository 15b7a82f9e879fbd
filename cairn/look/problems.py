"""What is wrong, as one list: the errors of a form with the address of each box, and reasons that no field carries."""

from __future__ import annotations

from collections.abc import Iterable

from django.forms import BaseForm

from cairn.look.questions import ask

Problem = tuple[str, str]  # the sentence, and the address of the box it concerns or nothing


def problems_of(form: BaseForm | None, reasons: Iterable[str] = ()) -> list[Problem]:
    """Every problem once: first what concerns the whole, then field by field in the order of the form."""
    found = [] if form is None else _form_problems(form)
    told = {sentence for sentence, _ in found}
    return [(sentence, "") for sentence in reasons if sentence not in told] + found


def _form_problems(form: BaseForm) -> list[Problem]:
    whole = [(str(error), "") for error in form.non_field_errors()]
    return whole + [
        (str(error), f"#{_first_box(form, name)}") for name in form.fields for error in form.errors.get(name, ())
    ]


def _first_box(form: BaseForm, name: str) -> str:
    question = ask(form[name])
    wrong = [box.id for box in question.boxes if box.error]
    return wrong[0] if wrong else question.id
