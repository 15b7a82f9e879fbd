"""Whether a typed code is right, and right only once: what was used is kept with the factor, which forgets nothing."""

from __future__ import annotations

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.db import transaction

from cairn.partnership.models import User

LONGEST_CODE = 32
LAST_COUNTER = "last_counter"


def factor_for(user: User, code: str) -> Authenticator | None:
    """The factor of this person that the code proves, and spends; none if it is wrong, too old or used before."""
    if len(code) > LONGEST_CODE:
        return None
    for factor in Authenticator.objects.filter(user_id=user.pk).exclude(type=Authenticator.Type.WEBAUTHN):
        if spend(factor, code):
            factor.user = user
            return factor
    return None


@transaction.atomic
def spend(factor: Authenticator, code: str) -> bool:
    """Use up a code. A one-time code must be newer than the last one used (RFC 6238 section 5.2)."""
    factor = Authenticator.objects.select_for_update().get(pk=factor.pk)
    if factor.type == Authenticator.Type.RECOVERY_CODES:
        return RecoveryCodes(factor).validate_code(code)
    counter = _counter(decrypt(factor.data["secret"]), code)
    if counter is None or counter <= factor.data.get(LAST_COUNTER, -1):
        return False
    factor.data[LAST_COUNTER] = counter
    factor.save(update_fields=["data"])
    return True


def _counter(secret: str, code: str) -> int | None:
    for counter in yield_hotp_counters_from_time():
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, counter))):
            return int(counter)
    return None
