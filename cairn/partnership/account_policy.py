"""Who may ask whom in, send a new link and close an account; nobody may choose another person's password (T4)."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from cairn.access import matrix
from cairn.access.actor import MACHINE, Actor
from cairn.kernel.verdict import ALLOWED, Ground, Reason, Verdict, refuse, require
from cairn.partnership.models import Invitation, User

LONGEST_PASSWORD = 128  # longer ones are refused before the hash, which would otherwise work for an attacker


def can_read_accounts(actor: Actor) -> Verdict:
    """Whether she may see who has an account."""
    return matrix.verdict(actor.roles, "read_accounts")


def can_keep_accounts(actor: Actor) -> Verdict:
    """Whether she may ask people in and close accounts. Cairn itself may, when a partnership is founded."""
    return ALLOWED if actor is MACHINE else matrix.verdict(actor.roles, "keep_accounts")


def can_invite(actor: Actor, *, name: str, taken: bool) -> Verdict:
    """Whether somebody of this name may be asked in at an address that is or is not in use."""
    return (
        can_keep_accounts(actor)
        & require(name.strip(), "Enter the name of the person.", Ground.INPUT, "name")
        & require(not taken, "Somebody with this address has, or had, an account.", Ground.INPUT, "email")
    )


def can_send_link(actor: Actor, user: User) -> Verdict:
    """Whether a person may be sent a fresh link, to begin or to begin again."""
    return (
        can_keep_accounts(actor)
        & require(user.is_active, "This account is closed.")
        & require(
            actor.user_id != user.pk,
            "Somebody else has to do this for you, so that two people know of it.",
            Ground.ROLE,
        )
    )


def can_send_first_link(actor: Actor, manager: User | None, *, anybody_came: bool) -> Verdict:
    """Whether the first manager may be sent another link by whoever runs the machine: until anybody has signed in.

    From then on somebody inside does it, so that two people know of it (`can_send_link`).
    """
    return (
        require(actor is MACHINE, "Cairn itself does this; nobody can do it by hand.", Ground.ROLE)
        & require(manager is not None, "No partnership is founded here yet.")
        & require(not anybody_came, "Somebody has signed in here already. The partnership's office sends links now.")
    )


def can_withdraw(actor: Actor, invitation: Invitation) -> Verdict:
    """Whether a link that was sent can still be taken back."""
    return (
        can_keep_accounts(actor)
        & require(invitation.accepted_at is None, "The invitation has been accepted.")
        & require(invitation.withdrawn_at is None, "The invitation has been withdrawn.")
    )


def can_close(actor: Actor, user: User, *, last_manager: bool) -> Verdict:
    """Whether an account may be closed: not one's own, and not that of the only one who can appoint."""
    return (
        can_keep_accounts(actor)
        & require(user.is_active, "This account is closed already.")
        & require(actor.user_id != user.pk, "You cannot close your own account.", Ground.ROLE)
        & require(not last_manager, "Appoint another business manager first; nobody else can appoint.")
    )


def can_accept(invitation: Invitation, moment: datetime) -> Verdict:
    """Whether a link still opens: once, in time, for an open account. `moment` is the machine's time."""
    alive = (
        invitation.accepted_at is None
        and invitation.withdrawn_at is None
        and invitation.expires_at > moment
        and invitation.user.is_active
    )
    return require(alive, "This link no longer works. Ask the partnership's office for a new one.")


def good_password(password: str, user: User) -> Verdict:
    """Whether a password is long enough, not a common one, and not made of the person's own name or address."""
    if len(password) > LONGEST_PASSWORD:
        return refuse(f"Use at most {LONGEST_PASSWORD} characters.", Ground.INPUT, "password")
    try:
        validate_password(password, user)
    except ValidationError as faults:
        return Verdict(tuple(Reason(str(fault), Ground.INPUT, "password") for fault in faults.messages))
    return ALLOWED
