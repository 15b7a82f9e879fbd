"""Accounts: who has one, whose link this is, and with what somebody proves who she is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Q
from django.utils.crypto import salted_hmac

from cairn.access.actor import Actor
from cairn.partnership import account_policy as policy
from cairn.partnership.links import token_digest
from cairn.partnership.models import Agency, Invitation, Partnership, Seat, User
from cairn.partnership.queries.actors import live_at

Someone = User  # for pages, which do not import tables
PRIMARY = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True)
class Account:
    """One line of the list of accounts."""

    user: User
    seats: tuple[str, ...]
    state: str
    invitation: Invitation | None  # the link that waits for its reader, if any


@dataclass(frozen=True)
class Passkey:
    """A passkey of one's own. Its address is derived, so that it does not count the keys of others."""

    pk: int
    key: str
    name: str
    added: datetime
    used: datetime | None


def accounts(actor: Actor, at: datetime, moment: datetime) -> list[Account]:
    """Everybody who has or had an account, for those who keep accounts; nobody for others.

    `at` is the product's moment (whose seats), `moment` the machine's (whose links).
    """
    if not policy.can_read_accounts(actor):
        return []
    seats = _titles(at)
    links = {link.user_id: link for link in Invitation.unscoped.filter(_waits_at(moment)).order_by("pk")}
    everybody = User.unscoped.select_related("employer").order_by("name", "pk")
    return [Account(user, seats[user.pk], _state(user, user.pk in links), links.get(user.pk)) for user in everybody]


def account(actor: Actor, key: str) -> User | None:
    """One account, for those who keep accounts; otherwise nothing."""
    return User.unscoped.filter(key=key).first() if policy.can_read_accounts(actor) else None


def waiting_invitation(actor: Actor, user: User, moment: datetime) -> Invitation | None:
    """The link that waits for this person, for those who keep accounts."""
    if not policy.can_read_accounts(actor):
        return None
    return Invitation.unscoped.filter(_waits_at(moment), user=user).order_by("-pk").first()


def invitation_of(token: str) -> Invitation | None:
    """The invitation whose link this is. Nobody is signed in yet: the link itself is the proof."""
    return Invitation.unscoped.select_related("user").filter(token_digest=token_digest(token)).first()


def user_at(address: str) -> User | None:
    """The account of an address that somebody typed at the door."""
    return User.unscoped.filter(email__iexact=address.strip()).first()


def oneself(actor: Actor) -> User | None:
    """One's own account."""
    return User.unscoped.filter(pk=actor.user_id).first() if actor.user_id else None


def employers(actor: Actor, at: datetime) -> list[Agency]:
    """Agencies a person may be employed by, for those who keep accounts."""
    if not policy.can_read_accounts(actor):
        return []
    today = at.date()
    return list(Agency.unscoped.filter(starts_on__lte=today).exclude(ends_on__lt=today))


def factors(user: User) -> dict[int, str]:
    """The second factors of one account: id and kind."""
    return dict(Authenticator.objects.filter(user_id=user.pk).values_list("pk", "type"))


def has_second_factor(user: User) -> bool:
    """Whether she can prove herself by a one-time code or a passkey. Recovery codes alone do not count."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=PRIMARY).exists()


def passkeys(actor: Actor) -> list[Passkey]:
    """The passkeys of one's own account."""
    if actor.user_id is None:
        return []
    found = Authenticator.objects.filter(user_id=actor.user_id, type=Authenticator.Type.WEBAUTHN).order_by("pk")
    return [Passkey(row.pk, _passkey_key(row.pk), str(row), row.created_at, row.last_used_at) for row in found]


def passkey(actor: Actor, key: str) -> Passkey | None:
    """One passkey of one's own."""
    return next((found for found in passkeys(actor) if found.key == key), None)


def personas(partnership: Partnership | None, at: datetime) -> list[Account]:
    """The people of a demonstration that one may play. A real partnership has none."""
    if partnership is None or not partnership.is_demo:
        return []
    seats = _titles(at)
    people = User.unscoped.filter(is_active=True).select_related("employer").order_by("pk")
    return [Account(user, seats[user.pk], "", None) for user in people]


def persona(partnership: Partnership | None, key: str) -> User | None:
    """One of the people of a demonstration."""
    if partnership is None or not partnership.is_demo:
        return None
    return User.unscoped.filter(is_active=True, key=key).first()


def _titles(at: datetime) -> dict[int, tuple[str, ...]]:
    titles: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for holder, title in Seat.unscoped.filter(live_at(at)).order_by("starts_at", "pk").values_list("holder", "title"):
        titles[holder] += (title,)
    return titles


def _waits_at(moment: datetime) -> Q:
    return Q(accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=moment)


def _state(user: User, waiting: bool) -> str:
    if not user.is_active:
        return "Closed"
    if user.has_usable_password():
        return "New link sent" if waiting else "Open"
    return "Invited" if waiting else "Invitation ran out"


def _passkey_key(pk: int) -> str:
    return salted_hmac("cairn.passkey", str(pk), algorithm="sha256").hexdigest()[:32]
