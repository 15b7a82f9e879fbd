"""Asking the product for a page as somebody, leaving nothing behind, and putting the answer into one of four words."""

from __future__ import annotations

import re
from http.cookies import SimpleCookie

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

SIGN_IN, ABSENT, READ, ACT = "sign-in", "absent", "read", "act"
DOORS = ("/sign-in/", "/second-factor/")
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
POSTS = re.compile(r"<form[^>]*method=\"post\"", re.IGNORECASE)


def ask(client: Client, method: str, address: str) -> HttpResponseBase:
    """One request, after which the rows and the cookies are as they were."""
    cookies = SimpleCookie(client.cookies.output(header="", sep=";"))
    client.raise_request_exception = False
    point = transaction.savepoint()
    try:
        return client.generic(method, address)
    finally:
        transaction.savepoint_rollback(point)
        client.cookies = cookies


def word(client: Client, address: str) -> str:
    """Sign-in, absent, read or act: what this person can do at this address. Anything else is told as its status."""
    answer = ask(client, "GET", address)
    if answer.status_code == 405:
        return _word_of_act(ask(client, "POST", address))
    if answer.status_code == 302:
        return _word_of_redirect(answer)
    if answer.status_code == 200:
        return ACT if _has_form(answer) else READ
    known = {404: ABSENT, 403: READ}  # 403: the door has nothing to confirm by
    return known.get(answer.status_code, f"status {answer.status_code}")


def _word_of_redirect(answer: HttpResponseBase) -> str:
    return SIGN_IN if answer["Location"].startswith(DOORS) else READ


def _word_of_act(answer: HttpResponseBase) -> str:
    if answer.status_code == 302 and answer["Location"].startswith(DOORS):
        return SIGN_IN
    known = {404: ABSENT, 403: READ, 200: ACT, 204: ACT, 302: ACT, 400: ACT, 409: ACT}
    return known.get(answer.status_code, f"status {answer.status_code}")


def _has_form(answer: HttpResponseBase) -> bool:
    if answer.streaming or not answer["Content-Type"].startswith("text/html"):
        return False
    page = answer.content.decode()  # type: ignore[attr-defined]
    return any(POSTS.search(part) for part in MAIN.findall(page))
