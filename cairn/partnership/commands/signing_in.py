"""What happens at the door, on record: signed in, refused, signed out, a second factor added or removed.

No address and no name stands in an event: an account is its random key, an unknown address is nothing.
"""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import NOBODY, Actor
from cairn.audit.commands import command, record
from cairn.audit.models import Answer
from cairn.partnership.commands import sessions
from cairn.partnership.commands.telling import tell
from cairn.partnership.links import NEW_PASSWORD
from cairn.partnership.models import User

USER = User._meta.label_lower
FACTOR_WORDS = {"totp": "an app for one-time codes", "webauthn": "a passkey", "recovery_codes": "recovery codes"}
NEW_PASSWORD_TEXT = """Somebody asked for a new password for your account. Choose one here, within an hour:
{link}

You will still need your second step to sign in. If it was not you who asked, nothing has changed.
"""
NOT_YOU = "If this was not you, tell the partnership's office at once."


@command
def sign_in(user: User, *, by: Actor, at: datetime) -> None:
    """Somebody came in; she is told, so that she notices if it was not she."""
    record(by=by, verb="sign_in", at=at, about=user)
    tell(user, "Your account was signed in to", f"Somebody signed in to your account. {NOT_YOU}", at=at)


@command
def refuse_sign_in(user: User | None, *, by: Actor = NOBODY, at: datetime) -> None:
    """Somebody did not come in: a wrong password, a closed account, or no account at all."""
    record(by=by, verb="sign_in", at=at, kind=USER, key=user.key if user else "", verdict=Answer.REFUSED)


@command
def refuse_second_factor(user: User, *, by: Actor = NOBODY, at: datetime) -> None:
    """A code or passkey was wrong, too old, used before, or one of too many tries."""
    record(by=by, verb="second_factor", at=at, kind=USER, key=user.key, verdict=Answer.REFUSED)


@command
def sign_out(user: User, *, by: Actor, at: datetime) -> None:
    """Somebody left."""
    record(by=by, verb="sign_out", at=at, about=user)


@command
def end_session(user: User, *, why: str, by: Actor, at: datetime) -> None:
    """A session was ended from elsewhere or by its limits. `why` is another, too_many, too_long or half_way."""
    record(by=by, verb="end_session", at=at, kind=f"session.{why}", key=user.key)


@command
def end_other_sessions(user: User, *, keep: str, by: Actor, at: datetime) -> int:
    """End all sessions of one's own except the one at hand; says how many."""
    ended = sessions.end_others(user, keep=keep)
    record(by=by, verb="end_session", at=at, kind="session.another", key=user.key)
    return ended


@command
def confirm(user: User, *, by: Actor, at: datetime) -> None:
    """Somebody showed again who she is, before something sensitive."""
    record(by=by, verb="confirm", at=at, about=user)


@command
def add_factor(user: User, *, kind: str, by: Actor, at: datetime) -> None:
    """A second factor was set up. `kind` is totp, webauthn or recovery_codes."""
    record(by=by, verb="add_factor", at=at, kind=f"second_factor.{kind}", key=user.key)
    tell(user, "Your sign-in has changed", f"For your account, {FACTOR_WORDS[kind]} was set up. {NOT_YOU}", at=at)


@command
def remove_factor(user: User, *, kind: str, by: Actor, at: datetime) -> None:
    """A second factor was removed, or recovery codes were replaced."""
    record(by=by, verb="remove_factor", at=at, kind=f"second_factor.{kind}", key=user.key)
    tell(user, "Your sign-in has changed", f"For your account, {FACTOR_WORDS[kind]} was removed. {NOT_YOU}", at=at)


@command
def use_recovery_code(user: User, *, by: Actor, at: datetime) -> None:
    """A recovery code was used up in place of a one-time code."""
    record(by=by, verb="use_recovery_code", at=at, kind=USER, key=user.key)
    tell(user, "A recovery code was used", f"One of your recovery codes was used. {NOT_YOU}", at=at)


@command
def ask_for_password(user: User, *, by: Actor, at: datetime) -> None:
    """Somebody at the door asked for a new password; the link goes to the account's own address."""
    record(by=by, verb="ask_for_password", at=at, kind=USER, key=user.key)
    tell(user, "Choose a new password", NEW_PASSWORD_TEXT, link=NEW_PASSWORD, at=at)


@command
def change_password(user: User, *, password: str, by: Actor, at: datetime) -> None:
    """A person chooses a new password of her own. Her other sessions end with it."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record(by=by, verb="change_password", at=at, about=user)
    tell(user, "Your password was changed", f"The password of your account was changed. {NOT_YOU}", at=at)
