"""What the sign-in library asks us: who may come in, what is put on record, what is sent to whom."""

from __future__ import annotations

from typing import Any, NoReturn

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cairn.access.actor import NOBODY
from cairn.kernel import clock as machine
from cairn.partnership import account_policy, clock
from cairn.partnership.commands import sessions, signing_in
from cairn.partnership.models import User
from cairn.partnership.queries import actor_for
from cairn.partnership.queries.accounts import has_second_factor, user_at
from cairn.partnership.signin import keeping, proof

UNKNOWN = "The address and password do not match an account that is open. Check both and try again."
WRONG_CODE = "This code is not right, has run out, or was used before. Wait for the next one and enter that."
TOO_MANY = "There were too many tries. Wait five minutes, then try again."


class AccountAdapter(DefaultAccountAdapter):
    """Password and session."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": UNKNOWN,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "incorrect_code": WRONG_CODE,
        "incorrect_password": "This is not your password. Enter it again.",
        "enter_current_password": "This is not your present password. Enter it again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for herself; people are asked in."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Only the passkey button asks for anything but a page."""
        return request.method == "GET" and request.path == reverse("mfa_login_webauthn")

    def get_client_ip(self, request: HttpRequest) -> str:
        """The caller's address. A header with fewer addresses than servers in front did not come through them."""
        try:
            return str(super().get_client_ip(request))
        except ImproperlyConfigured:
            return str(request.META["REMOTE_ADDR"])

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # Counted for the address and the account together, so that somebody who guesses elsewhere locks nobody out.
        return f"{self.get_client_ip(request)}:{credentials.get('email', '').lower()}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try; one too many is put on record like a wrong password."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            self.authentication_failed(request, **credentials)
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A wrong password, a closed account or none at all."""
        signing_in.refuse_sign_in(user_at(credentials.get("email", "")), by=NOBODY, at=clock.now())

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """A closed account, however it was proved: the same answer as an unknown one."""
        assert isinstance(user, User)
        signing_in.refuse_sign_in(user, by=NOBODY, at=clock.now())
        messages.error(request, UNKNOWN)
        return HttpResponseRedirect(reverse("account_login"))

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """All steps are passed: put it on record, then open the session under a new number."""
        assert isinstance(user, User)
        at = clock.now()
        signing_in.sign_in(user, by=actor_for(user, at), at=at)
        super().login(request, user)
        keeping.begin(request.session, machine.now())

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **facts: Any) -> HttpResponse:
        """Where she goes next; her oldest sessions end if she has more than two."""
        assert isinstance(user, User)
        response = super().post_login(request, user, **facts)
        at = clock.now()
        for _ in range(sessions.end_beyond(user, keep=request.session.session_key or "")):
            signing_in.end_session(user, why="too_many", by=actor_for(user, at), at=at)
        return response

    def logout(self, request: HttpRequest) -> None:
        """She leaves: on record, and the session is dead on the server."""
        assert isinstance(request.user, User)
        user, key, at = request.user, request.session.session_key, clock.now()
        signing_in.sign_out(user, by=actor_for(user, at), at=at)
        super().logout(request)
        sessions.forget(key or "")

    def clean_password(self, password: str, user: AbstractBaseUser | None = None) -> str:
        """The same rule for every page on which a password is chosen."""
        assert isinstance(user, User)
        verdict = account_policy.good_password(password, user)
        if not verdict:
            raise ValidationError(list(verdict.sentences))
        return password

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """A person chooses a password of her own, signed in or by the link she was sent."""
        assert isinstance(user, User)
        at = clock.now()
        signing_in.change_password(user, password=password, by=actor_for(user, at), at=at)

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """Whether the password is hers, asked again; a wrong one is on record through `authentication_failed`."""
        assert isinstance(user, User)
        right = super().reauthenticate(user, password)
        if right:
            at = clock.now()
            signing_in.confirm(user, by=actor_for(user, at), at=at)
            keeping.renew(self.request)
        return bool(right)

    def is_reauthentication_required(self, *, app: str, **facts: Any) -> bool:
        """Whether she must show again who she is before changing how she signs in."""
        return not proof.is_fresh(self.request, machine.now())

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """With what she can show it: never by password alone once she has a second factor."""
        if proof.is_demo(self.request):
            return [{"id": "demo", "description": "Confirm", "url": reverse("demo_confirm")}]
        methods = super().get_reauthentication_methods(user)
        if not (isinstance(user, User) and has_second_factor(user)):
            return methods
        return [method | {"description": WORDS[method["id"]]} for method in methods if method["id"] in WORDS]

    def send_password_reset_mail(self, user: AbstractBaseUser, email: str, context: dict[str, Any]) -> None:
        """Through the outbox, like every notice; the link itself is made when it is sent."""
        assert isinstance(user, User)
        signing_in.ask_for_password(user, by=NOBODY, at=clock.now())

    def send_notification_mail(self, *args: Any, **facts: Any) -> None:
        """Nothing: the commands tell people, in the same transaction."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> NoReturn:
        """Nothing leaves except through the outbox."""
        raise RuntimeError("The sign-in library may not send mail by itself.")

    def add_message(self, request: HttpRequest, level: int, *args: Any, **facts: Any) -> None:
        """Only what went wrong is said; what went right shows on the page."""
        if level >= messages.ERROR and facts.get("message"):
            messages.add_message(request, level, str(facts["message"]))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own account."""
        return reverse("own_account")


WORDS = {
    "mfa_reauthenticate": "Enter a code from your app, or a recovery code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}
