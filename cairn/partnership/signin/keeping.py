"""How long a session lives: ten hours at most, fifteen minutes without use, and at most two for one person."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

STARTED = "cairn_started_at"
LONGEST = timedelta(hours=10)
IDLE = timedelta(seconds=settings.SESSION_COOKIE_AGE)
WARNING = timedelta(minutes=2)


def begin(session: SessionBase, moment: datetime) -> None:
    """The session of a person who has just come in begins at this moment of the machine's time."""
    session[STARTED] = moment.timestamp()


def is_over(session: SessionBase, moment: datetime) -> bool:
    """Whether ten hours have passed, or the session does not say when it began."""
    started = session.get(STARTED)
    if not isinstance(started, float):
        return True
    return not 0 <= moment.timestamp() - started < LONGEST.total_seconds()


def renew(request: HttpRequest) -> None:
    """Give the session a new number after a step up; the old one is dead."""
    old = request.session.session_key
    request.session.cycle_key()
    rotate_token(request)
    UserSession.objects.filter(session_key=old).update(session_key=request.session.session_key)
