"""A browser in which somebody has signed in, as the door itself leaves it."""

from __future__ import annotations

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.usersessions.models import UserSession
from django.test import Client

from cairn.kernel import clock
from cairn.partnership.models import User
from cairn.partnership.signin import keeping

DOOR = "cairn.partnership.signin.backend.Door"


def signed_in(user: User, *, by: str = "mfa", client: Client | None = None) -> Client:
    """A browser of this person, whose session has shown a second factor (`by="password"`: has not)."""
    client = client or Client()
    client.force_login(user, backend=DOOR)
    session = client.session
    keeping.begin(session, clock.now())
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": by, "at": clock.now().timestamp()}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    key = session.session_key
    UserSession.objects.update_or_create(
        session_key=key, defaults={"user": user, "ip": "127.0.0.1", "user_agent": "Browser of the tests"}
    )
    return client
