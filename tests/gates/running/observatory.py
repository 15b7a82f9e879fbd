"""The score of a page's headers, by the rules of the MDN HTTP Observatory as far as they bear on a page we make (T25).

A page starts at 100. What is missing costs points at once; extra points count only from 90 up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

HALF_A_YEAR = 15_768_000
SAFE_REFERRERS = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


def policy(headers: Mapping[str, str]) -> dict[str, set[str]]:
    """The content policy: directive -> what it allows."""
    parts = (part.split() for part in headers.get("Content-Security-Policy", "").split(";"))
    return {part[0].lower(): {word.lower() for word in part[1:]} for part in parts if part}


def _content_policy(headers: Mapping[str, str]) -> int:
    held = policy(headers)
    if not held:
        return -25
    scripts = held.get("script-src", held.get("default-src", {"*"}))
    styles = held.get("style-src", held.get("default-src", {"*"}))
    if scripts & {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:", "http:"}:
        return -20
    if styles & {"'unsafe-inline'", "*", "data:"}:
        return 0
    return 10 if held.get("default-src") == {"'none'"} else 5


def _cookies(cookies: list[str]) -> int:
    score = 5 if cookies else 0
    for cookie in cookies:
        facts = {part.strip().lower().split("=")[0] for part in cookie.split(";")[1:]}
        if "secure" not in facts:
            return -40 if "session" in cookie.lower() else -20
        if "httponly" not in facts and "session" in cookie.lower():
            return -30
        if "samesite" not in facts:
            score = 0
    return score


def _transport(headers: Mapping[str, str]) -> int:
    found = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    if not found:
        return -20
    return 0 if int(found[1]) >= HALF_A_YEAR else -10


def _frames(headers: Mapping[str, str]) -> int:
    if "frame-ancestors" in policy(headers):
        return 5
    return 0 if headers.get("X-Frame-Options", "").upper() in {"DENY", "SAMEORIGIN"} else -20


def _others(headers: Mapping[str, str]) -> int:
    score = 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5
    referrer = headers.get("Referrer-Policy")
    if referrer in SAFE_REFERRERS:
        score += 5
    elif referrer is not None:
        score -= 5
    if headers.get("Cross-Origin-Resource-Policy") in {"same-origin", "same-site"}:
        score += 10
    return score


def score(headers: Mapping[str, str], cookies: list[str]) -> int:
    """What a page is worth; 115 and more is an A+."""
    parts = [_content_policy(headers), _cookies(cookies), _transport(headers), _frames(headers), _others(headers)]
    lost = 100 + sum(part for part in parts if part < 0)
    return lost + sum(part for part in parts if part > 0) if lost >= 90 else lost
