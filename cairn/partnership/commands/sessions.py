"""Sessions of a person: at most two, each ended on the server."""

from __future__ import annotations

from allauth.usersessions.models import UserSession

from cairn.partnership.models import User

MOST_SESSIONS = 2


def end_all(user: User) -> int:
    """End every session of this person; says how many."""
    return _end(UserSession.objects.filter(user_id=user.pk))


def end_beyond(user: User, *, keep: str) -> int:
    """End the oldest sessions beyond two, never the one whose key is given; says how many."""
    others = UserSession.objects.filter(user_id=user.pk).exclude(session_key=keep).order_by("-created_at", "-pk")
    return _end(others[MOST_SESSIONS - 1 :])


def end_others(user: User, *, keep: str) -> int:
    """End every session of this person except the one whose key is given; says how many."""
    return _end(UserSession.objects.filter(user_id=user.pk).exclude(session_key=keep))


def forget(key: str) -> None:
    """Take a session that has just been signed out off the list."""
    UserSession.objects.filter(session_key=key).delete()


def _end(found: object) -> int:
    ended = list(found)  # type: ignore[call-overload]
    for session in ended:
        session.end()
    return len(ended)
