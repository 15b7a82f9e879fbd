"""Whether a request comes from this very machine. A demonstration answers nothing else."""

from __future__ import annotations

from ipaddress import ip_address

from django.http import HttpRequest

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_X_FORWARDED_HOST")


def is_from_this_machine(request: HttpRequest) -> bool:
    """Whether the caller's address is loopback, and no proxy says that it speaks for somebody else."""
    if any(name in request.META for name in FORWARDED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
