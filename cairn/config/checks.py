"""Django's own checks, extended by what Cairn asks of a production start; `cairn check` and every start run them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import Error, register

from cairn.config import production


@register("cairn")
def production_is_configured(app_configs: Sequence[Any] | None, **_: Any) -> list[Error]:
    """Each reason against a production start, as the settings have it now."""
    if not settings.PRODUCTION:
        return []
    found = production.problems(settings.ENVIRONMENT)
    if settings.DEBUG:
        found.append("DEBUG is on: it shows confidential pages to anybody who meets an error.")
    if any("*" in host or host.startswith(".") for host in settings.ALLOWED_HOSTS):
        found.append("ALLOWED_HOSTS holds a wildcard: name each host in full.")
    return [Error(sentence, id="cairn.E001") for sentence in dict.fromkeys(found)]
