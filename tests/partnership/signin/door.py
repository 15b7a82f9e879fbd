"""Going through the door as a person does: by its pages, with an app that shows codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from cairn.access.actor import MACHINE
from cairn.audit.models import Event
from cairn.kernel import clock
from cairn.partnership.commands import accounts
from cairn.partnership.links import full_link
from cairn.partnership.models import Message, User
from cairn.partnership.signin.sealed import unseal
from tests.prepared import put_back
from tests.world import AT

PASSWORD = "three odd lanterns"
NEW = "four quiet harbours"


def code_at(secret: str, seconds: int = 0) -> str:
    """The code that the app shows now, or so many seconds from now."""
    return format_hotp_value(hotp_value(secret, (int(clock.now().timestamp()) + seconds) // 30))


@dataclass
class Person:
    """Somebody with a browser and an app for codes."""

    user: User
    client: Client = field(default_factory=Client)
    secret: str = ""
    recovery: list[str] = field(default_factory=list)

    def password_step(self, password: str = PASSWORD, email: str = "") -> Any:
        """She enters address and password."""
        typed = {"login": email or self.user.email, "password": password}
        return self.client.post(reverse("account_login"), typed)

    def code_step(self, code: str) -> Any:
        """She enters a code."""
        return self.client.post(reverse("mfa_authenticate"), {"code": code})

    def set_up_app(self) -> Any:
        """She sets up an app for codes and notes the recovery codes."""
        page = self.client.get(reverse("mfa_activate_totp"))
        self.secret = page.context["form"].secret
        answer = self.client.post(reverse("mfa_activate_totp"), {"code": code_at(self.secret)})
        shown = self.client.get(reverse("mfa_view_recovery_codes")).content.decode()
        self.recovery = re.findall(r"<code>(\d+)</code>", shown)
        return answer

    def sign_in(self, seconds: int = 30) -> Any:
        """She signs in with both steps, with the next code of her app."""
        self.password_step()
        return self.code_step(code_at(self.secret, seconds))

    def is_in(self) -> bool:
        """Whether a page that needs a second factor opens."""
        return self.client.get(reverse("own_account")).status_code == 200


def link_in(message: Message) -> str:
    """The path of the link in a notice as its reader gets it."""
    return urlsplit(full_link(message.link, message.to_user)).path


def invited(email: str = "ivy@coldwater.example", name: str = "Ivy Nvited") -> User:
    """Somebody who has been asked in."""
    return accounts.invite(email=email, name=name, by=MACHINE, at=AT).user


def with_password(email: str = "ivy@coldwater.example", name: str = "Ivy Nvited") -> Person:
    """Somebody who has accepted her invitation."""
    person = Person(invited(email, name))
    message = Message.unscoped.filter(to_user=person.user).latest("pk")
    person.client.post(link_in(message), {"password": PASSWORD, "again": PASSWORD})
    person.user.refresh_from_db()
    return person


def with_app(email: str = "ivy@coldwater.example", name: str = "Ivy Nvited") -> Person:
    """Somebody who has set up an app for codes and signed out again, by the pages she would use."""

    def build() -> None:
        person = with_password(email, name)
        person.password_step()
        person.set_up_app()
        person.client.post(reverse("account_logout"))

    put_back(f"with an app: {email}", build)
    user = User.unscoped.get(email=email)
    factors = {factor.type: factor for factor in Authenticator.objects.filter(user=user)}
    codes = RecoveryCodes(factors["recovery_codes"]).generate_codes()
    return Person(user, secret=unseal(factors["totp"].data["secret"]), recovery=codes)


def events(verb: str, verdict: str = "done") -> int:
    """How many events of this kind are on record."""
    return Event.unscoped.filter(verb=verb, verdict=verdict).count()
