"""Where a person may go before she has shown a second factor in this session."""

from __future__ import annotations

from django.http import HttpRequest

# The pages on which a second factor is set up, and the way out. Nothing else, however it is asked for.
SET_UP = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "totp_picture",
        "mfa_add_webauthn",
        "account_reauthenticate",
        "account_logout",
        "stay",
    }
)


def is_set_up_page(request: HttpRequest) -> bool:
    """Whether the address asked for is one of them."""
    found = request.resolver_match
    return found is not None and found.url_name in SET_UP
