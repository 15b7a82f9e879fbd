"""What a session has shown of who sits behind it, read from the library's own records in the session.

Strong means that a second factor was shown in this very session (or that a demonstration was entered). Fresh means
that it was shown within ten minutes; somebody who has no second factor yet is fresh by her password, and only for
setting one up.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.http import HttpRequest

from cairn.partnership.models import User
from cairn.partnership.queries.accounts import has_second_factor

STEP_UP_LASTS = timedelta(minutes=10)
STRONG = frozenset({"mfa", "demo"})


def _records(request: HttpRequest) -> list[dict[str, Any]]:
    return get_authentication_records(request, request.user) if request.user.is_authenticated else []


def is_strong(request: HttpRequest) -> bool:
    """Whether this session has shown a second factor."""
    return any(record.get("method") in STRONG for record in _records(request))


def is_demo(request: HttpRequest) -> bool:
    """Whether this session entered a demonstration as one of its people."""
    return any(record.get("method") == "demo" for record in _records(request))


def is_fresh(request: HttpRequest, moment: datetime) -> bool:
    """Whether the session showed who sits behind it within ten minutes. `moment` is the machine's time."""
    records = _records(request)
    if not any(record.get("method") in STRONG for record in records) and _may_have_more(request):
        return False
    counted = [record for record in records if record.get("method") in STRONG] or records
    return any(0 <= moment.timestamp() - float(record["at"]) < STEP_UP_LASTS.total_seconds() for record in counted)


def _may_have_more(request: HttpRequest) -> bool:
    user = request.user
    return isinstance(user, User) and has_second_factor(user)


def show(request: HttpRequest, user: User, method: str, **facts: object) -> None:
    """Note in the session that this person showed who she is, now."""
    record_authentication(request, user, method, **facts)
