"""Accounts: people are asked in, choose their own password, are sent a new link, leave. Nobody chooses for another."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator

from cairn.access.actor import MACHINE, Actor
from cairn.access.roles import Role
from cairn.audit.commands import command, record
from cairn.kernel import clock
from cairn.kernel.key import draw_key
from cairn.kernel.verdict import enforce
from cairn.partnership import account_policy as policy
from cairn.partnership.commands import sessions
from cairn.partnership.commands.telling import tell
from cairn.partnership.links import invitation_mark, invitation_token, token_digest
from cairn.partnership.models import Agency, Invitation, Seat, User
from cairn.partnership.queries import live_at

LINK_LASTS = timedelta(days=7)

INVITED = """You are asked to set up an account for the partnership's case reviews.

Choose your password here, within seven days:
{link}

You will then set up a second step for signing in. If you did not expect this, ignore it.
"""
BEGIN_AGAIN = """The partnership's office has sent you this link so that you can sign in again.

Choose a new password here, within seven days:
{link}

You will then set up a new second step for signing in. Until you use the link, nothing changes.
If you did not ask for this, tell the office.
"""


@command
def invite(
    *, email: str, name: str, post: str = "", employer: Agency | None = None, by: Actor, at: datetime
) -> Invitation:
    """Ask somebody in: an account without a password, and a link that only she is sent.

    Raises Refused if the role does not allow it, the name is blank, or the address is or was in use.
    """
    address = email.strip().lower()
    enforce(policy.can_invite(by, name=name, taken=User.unscoped.filter(email__iexact=address).exists()))
    user = User(email=address, name=name.strip(), post=post.strip(), employer=employer, created_at=at)
    user.set_unusable_password()
    user.save()
    invitation = _send(user, INVITED, by=by, at=at)
    record(by=by, verb="invite", at=at, about=invitation)
    return invitation


@command
def start_recovery(user: User, *, by: Actor, at: datetime) -> Invitation:
    """Send a person who cannot sign in a fresh link. She chooses the password and the second step herself.

    Nothing changes until she uses it. Raises Refused for a closed account, for oneself, or without the role.
    """
    user = User.unscoped.select_for_update().get(pk=user.pk)
    enforce(policy.can_send_link(by, user))
    _withdraw_open(user)
    invitation = _send(user, BEGIN_AGAIN if user.has_usable_password() else INVITED, by=by, at=at)
    record(by=by, verb="start_recovery", at=at, about=invitation)
    return invitation


@command
def send_first_link_again(*, by: Actor, at: datetime) -> Invitation:
    """The first manager's link lapsed or was lost before anybody came in: she is sent a fresh one, the old one dies.

    Raises Refused once anybody has signed in, or where nothing is founded.
    """
    managers = Seat.unscoped.filter(role=Role.BUSINESS_MANAGER, holder__is_active=True).order_by("starts_at", "id")
    first = managers.select_related("holder").first()
    manager = first.holder if first else None
    came = User.unscoped.filter(last_login__isnull=False).exists()
    enforce(policy.can_send_first_link(by, manager, anybody_came=came))
    assert manager is not None
    _withdraw_open(manager)
    invitation = _send(manager, INVITED, by=by, at=at)
    record(by=by, verb="send_first_link_again", at=at, about=invitation)
    return invitation


@command
def withdraw_invitation(invitation: Invitation, *, by: Actor, at: datetime) -> Invitation:
    """Take back a link that was not used. Raises Refused if it was used or is withdrawn."""
    invitation = Invitation.unscoped.select_for_update().get(pk=invitation.pk)
    enforce(policy.can_withdraw(by, invitation))
    invitation.withdrawn_at = clock.now()
    invitation.save()
    record(by=by, verb="withdraw_invitation", at=at, about=invitation)
    return invitation


@command
def accept_invitation(invitation: Invitation, *, password: str, by: Actor, at: datetime) -> User:
    """The person asked in chooses her own password. Earlier second steps and open sessions of hers end with it.

    Raises Refused if the link is used, withdrawn or too old, or the password is too easy.
    """
    invitation = Invitation.unscoped.select_for_update().select_related("user").get(pk=invitation.pk)
    user = invitation.user
    enforce(policy.can_accept(invitation, clock.now()))
    enforce(policy.good_password(password, user))
    user.set_password(password)
    user.save(update_fields=["password"])
    Authenticator.objects.filter(user_id=user.pk).delete()
    sessions.end_all(user)
    invitation.accepted_at = clock.now()
    invitation.save()
    record(by=by, verb="accept_invitation", at=at, about=invitation)
    tell(user, "Your account is set up", "The password of your account was set.", at=at)
    return user


@command
def close_account(user: User, *, by: Actor, at: datetime) -> User:
    """Close an account for good: her sessions end now, her links die, her second steps are forgotten.

    Raises Refused for one's own account, a closed one, or the only one who can appoint.
    """
    user = User.unscoped.select_for_update().get(pk=user.pk)
    enforce(policy.can_close(by, user, last_manager=_is_last_manager(user, at)))
    user.is_active, user.closed_at = False, at
    user.save(update_fields=["is_active", "closed_at"])
    _withdraw_open(user)
    Authenticator.objects.filter(user_id=user.pk).delete()
    sessions.end_all(user)
    record(by=by, verb="close_account", at=at, about=user)
    return user


def _send(user: User, text: str, *, by: Actor, at: datetime) -> Invitation:
    key, moment = draw_key(), clock.now()
    invitation = Invitation.unscoped.create(
        key=key,
        user=user,
        token_digest=token_digest(invitation_token(key)),
        invited_by_id=None if by is MACHINE else by.user_id,
        invited_at=moment,
        expires_at=moment + LINK_LASTS,
    )
    tell(user, "Set up your account", text, link=invitation_mark(key), at=at)
    return invitation


def _withdraw_open(user: User) -> None:
    waiting = Invitation.unscoped.filter(user=user, accepted_at__isnull=True, withdrawn_at__isnull=True)
    waiting.update(withdrawn_at=clock.now())


def _is_last_manager(user: User, at: datetime) -> bool:
    managing = Seat.unscoped.filter(live_at(at), role=Role.BUSINESS_MANAGER, holder__is_active=True)
    return managing.filter(holder=user).exists() and not managing.exclude(holder=user).exists()
