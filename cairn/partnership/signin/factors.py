"""Second factors of the person at hand: which she holds, and what has become of them on a page."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import get_totp_secret

from cairn.partnership.commands import signing_in
from cairn.partnership.models import User
from cairn.partnership.queries.accounts import factors
from cairn.partnership.signin import codes, keeping, proof
from cairn.partnership.signin.request import Request


def held(request: Request) -> dict[int, str]:
    """Her second factors now: id and kind."""
    return factors(_user(request))


def can_lose(request: Request, pk: int) -> bool:
    """Whether she keeps another one if this is removed."""
    return bool(get_adapter().can_delete_authenticator(Authenticator.objects.get(pk=pk, user=_user(request))))


def secret_as_picture(request: Request) -> str:
    """The secret that she is setting up, as a picture for the app: of its own address, since pages hold no data."""
    adapter = get_adapter()
    return str(adapter.build_totp_svg(adapter.build_totp_url(_user(request), get_totp_secret())))


def put_on_record(request: Request, before: dict[int, str], at: datetime) -> None:
    """One event and one notice for each factor that came or went since `before`."""
    user, after = _user(request), held(request)
    for pk in sorted(before.keys() - after.keys()):
        signing_in.remove_factor(user, kind=before[pk], by=request.actor, at=at)
    for pk in sorted(after.keys() - before.keys()):
        signing_in.add_factor(user, kind=after[pk], by=request.actor, at=at)
        _shown(request, user, Authenticator.objects.get(pk=pk))


def _shown(request: Request, user: User, factor: Authenticator) -> None:
    """Setting a factor up has shown it: the session is strong from here on, under a new number."""
    if factor.type == Authenticator.Type.RECOVERY_CODES:
        return
    if factor.type == Authenticator.Type.TOTP:
        codes.spend(factor, request.POST.get("code", ""))
    proof.show(request, user, "mfa", id=factor.pk, type=factor.type)
    keeping.renew(request)


def _user(request: Request) -> User:
    assert isinstance(request.user, User)
    return request.user
