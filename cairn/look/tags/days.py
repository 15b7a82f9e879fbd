"""Tags that write days as people here write them."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.timezone import localdate

from cairn.look import parts

register = template.Library()


@register.filter(name="london_day")
def london_day(value: date | datetime) -> date:
    """The day in London of a moment; a day stays as it is."""
    return localdate(value) if isinstance(value, datetime) else value


@register.simple_tag
def uk_date(value: date | datetime | None) -> str:
    """14 August 2026."""
    return parts.day_in_words(london_day(value)) if value else ""


@register.simple_tag
def uk_day(value: date | datetime | None) -> str:
    """Friday 14 August."""
    return parts.weekday_in_words(london_day(value)) if value else ""
