"""What an NHS body calls its own inquiry into a patient safety incident, by the day of it."""

from __future__ import annotations

from datetime import date

RESPONSE_FRAMEWORK_FROM = date(2024, 4, 1)


def framework_on(day: date) -> str:
    """The NHS framework in force: since 1 April 2024 there are no serious incidents with thresholds in it any more."""
    if day < RESPONSE_FRAMEWORK_FROM:
        return "NHS Serious Incident Framework"
    return "NHS Patient Safety Incident Response Framework"
