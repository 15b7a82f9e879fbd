"""Working days: the bank holidays counted with, and a date tried out on a duty."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.desk.forms.try_a_date import TryADateForm
from cairn.desk.views.asking import only_for
from cairn.desk.views.rule_words import verified_mark
from cairn.desk.views.rulebook import trail
from cairn.guidance.counting import CountedDay
from cairn.guidance.deadlines import Deadline, derive
from cairn.guidance.explaining import explain
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.working_days import BankHoliday, in_words
from cairn.look.parts import day_in_words
from cairn.partnership import clock
from cairn.partnership import queries as partnership

HOLIDAY_COLUMNS = ("Day", "Bank holiday")
DAY_COLUMNS = ("Day", "Does it count?", "Why")


@only_for("read_reference")
def bank_holidays(request: HttpRequest) -> HttpResponse:
    known = partnership.holidays(clock.now())
    years = [(year, [(in_words(day.on), str(day)) for day in days]) for year, days in groupby(known.days, key=_year_of)]
    shown = {"holidays": known, "years": list(reversed(years)), "columns": HOLIDAY_COLUMNS}
    return render(request, "desk/rulebook/working_days.html", shown | trail())


@only_for("read_reference")
def try_a_date(request: HttpRequest) -> HttpResponse:
    form = TryADateForm(request.GET or None)
    found = _derived(form) if form.is_valid() else None
    shown = {"form": form, "found": found, "columns": DAY_COLUMNS} | (_shown(found) if found else {})
    return render(request, "desk/rulebook/try_a_date.html", shown | trail())


def _derived(form: TryADateForm) -> Deadline | None:
    asked, known = form.cleaned_data, partnership.holidays(clock.now())
    try:
        return derive(asked["duty"], asked["starts"], edition_id=asked["edition"] or None, holidays=known)
    except CannotAnswer as refusal:
        form.add_error("starts", str(refusal))
        return None


def _shown(found: Deadline) -> dict[str, object]:
    return {
        "due": in_words(found.due),
        "sentences": explain(found)[1:],
        "rows": [_day_row(day) for day in found.days],
        "mark": verified_mark(found.verified),
        "caption": f"From {day_in_words(found.trigger)} to {day_in_words(found.due)}",
    }


def _day_row(day: CountedDay) -> tuple[str, str, str]:
    return in_words(day.on), "Yes" if day.counted else "No", day.why[:1].upper() + day.why[1:]


def _year_of(holiday: BankHoliday) -> int:
    return holiday.on.year
