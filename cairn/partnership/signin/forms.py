"""The library's forms with our words, and with every refusal put on record."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as base
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError

from cairn.access.actor import NOBODY, Actor
from cairn.partnership import clock
from cairn.partnership.account_policy import LONGEST_PASSWORD
from cairn.partnership.commands import signing_in
from cairn.partnership.models import User
from cairn.partnership.queries import actor_for
from cairn.partnership.signin import keeping
from cairn.partnership.signin.adapter import WRONG_CODE
from cairn.partnership.signin.codes import factor_for

ADDRESS = "Your e-mail address at work"
NEW_PASSWORD_HINT = "At least 12 characters. Three words that do not belong together work well."


def _plain(form: forms.Form, **labels: str) -> None:
    """Give the fields our labels, and take away what the library puts inside the boxes."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.label = labels.get(name, field.label)
        field.help_text = ""
        if isinstance(field, forms.CharField) and isinstance(field.widget, forms.PasswordInput):
            field.max_length = LONGEST_PASSWORD
            field.widget.attrs["maxlength"] = str(LONGEST_PASSWORD)


class SignInForm(account.LoginForm):
    """Address and password."""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        _plain(self, login=ADDRESS, password="Password")
        self.fields["login"].widget.attrs["autocomplete"] = "username"

    def clean_password(self) -> str:
        """A password that is far too long is wrong without asking the hash."""
        password: str = self.cleaned_data["password"]
        if len(password) > LONGEST_PASSWORD:
            raise ValidationError("Enter your password; it has at most 128 characters.")
        return password


class ChangePasswordForm(account.ChangePasswordForm):
    """A new password of one's own, with the old one."""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        _plain(self, oldpassword="Your present password", password1="Your new password", password2="New password again")
        self.fields["password1"].help_text = NEW_PASSWORD_HINT


class AskForPasswordForm(account.ResetPasswordForm):
    """The address to which the link for a new password goes."""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        _plain(self, email=ADDRESS)


class NewPasswordForm(account.ResetPasswordKeyForm):
    """A new password by the link that was sent."""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        _plain(self, password1="Your new password", password2="New password again")
        self.fields["password1"].help_text = NEW_PASSWORD_HINT


class ConfirmByPasswordForm(account.ReauthenticateForm):
    """The password once more; only for those who have no second factor yet."""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        _plain(self, password="Password")


class _CodeForm(forms.Form):
    """A code from the app, or a recovery code."""

    user: User
    authenticator: Authenticator
    by_herself = False

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        _plain(self, code="Code")
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "autocomplete": "one-time-code"})

    def clean_code(self) -> str:
        """The code, spent. Five wrong ones in five minutes and no more are tried."""
        code: str = self.cleaned_data["code"]
        try:
            forgive = check_rate_limit(self.user)
        except ValidationError:
            self._refused()
            raise
        found = factor_for(self.user, code)
        if found is None:
            self._refused()
            raise ValidationError(WRONG_CODE, "incorrect_code")
        forgive()
        self.authenticator = found
        self._accepted(found)
        return code

    def _refused(self) -> None:
        signing_in.refuse_second_factor(self.user, by=_who(self.user, self.by_herself), at=clock.now())

    def _accepted(self, found: Authenticator) -> None:
        at = clock.now()
        if found.type == Authenticator.Type.RECOVERY_CODES:
            signing_in.use_recovery_code(self.user, by=actor_for(self.user, at), at=at)


class SignInCodeForm(_CodeForm, base.AuthenticateForm):
    """The second step of signing in."""


class ConfirmByCodeForm(_CodeForm, base.ReauthenticateForm):
    """Before something sensitive."""

    by_herself = True

    def _accepted(self, found: Authenticator) -> None:
        super()._accepted(found)
        _confirmed(self.user)


class SetUpCodesForm(totp.ActivateTOTPForm):
    """The first code of a new app."""

    user: User

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        _plain(self, code="Code that the app shows now")
        self.fields["code"].widget.attrs["inputmode"] = "numeric"

    def clean_code(self) -> str:
        """The code, if the app was given the secret rightly."""
        try:
            return str(super().clean_code())
        except ValidationError:
            signing_in.refuse_second_factor(self.user, by=_who(self.user, True), at=clock.now())
            raise


class _PasskeyForm(webauthn.AuthenticateWebAuthnForm):
    user: User | None
    by_herself = False

    def clean_credential(self) -> Authenticator:
        """The passkey that answered the challenge."""
        try:
            found = super().clean_credential()
        except (ValidationError, AttributeError, KeyError) as fault:
            # The library trips over some shapes of nonsense; they are wrong answers like any other.
            self._refused()
            raise ValidationError(WRONG_CODE, "incorrect_code") from fault
        self._accepted(found)
        return found

    def _refused(self) -> None:
        if self.user is None:
            signing_in.refuse_sign_in(None, by=NOBODY, at=clock.now())
        else:
            signing_in.refuse_second_factor(self.user, by=_who(self.user, self.by_herself), at=clock.now())

    def _accepted(self, found: Authenticator) -> None:
        """Nothing more to do at the door."""


class SignInPasskeyStepForm(_PasskeyForm):
    """A passkey as the second step."""


class SignInPasskeyForm(_PasskeyForm, webauthn.LoginWebAuthnForm):
    """A passkey alone, which shows both the device and the person."""


class ConfirmByPasskeyForm(_PasskeyForm, webauthn.ReauthenticateWebAuthnForm):
    """A passkey before something sensitive."""

    by_herself = True

    def _accepted(self, found: Authenticator) -> None:
        assert self.user is not None
        _confirmed(self.user)


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """A new passkey and its name."""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        _plain(self, name="Name of this passkey", passwordless="Sign in with this passkey alone, without a password")

    def clean(self) -> dict[str, Any]:
        """The passkey that answered the challenge."""
        try:
            return dict(super().clean())
        except (AttributeError, KeyError, TypeError) as fault:
            raise ValidationError(WRONG_CODE, "incorrect_code") from fault


def _who(user: User, by_herself: bool) -> Actor:
    return actor_for(user, clock.now()) if by_herself else NOBODY


def _confirmed(user: User) -> None:
    at = clock.now()
    signing_in.confirm(user, by=actor_for(user, at), at=at)
    keeping.renew(context.request)
