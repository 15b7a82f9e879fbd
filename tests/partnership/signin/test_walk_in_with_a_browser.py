"""In Chromium: a passkey from invitation to signing in, the same by codes without script, and the warning in time."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, Page

from cairn.kernel import clock
from tests.partnership.signin.door import PASSWORD

pytestmark = pytest.mark.journey
HERE = Path(__file__).parent
EMAIL = "bea@borsetshire.example"
AXE = (HERE.parents[1] / "vendor" / "axe.min.js").read_text()
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass(frozen=True)
class Served:
    """A Cairn that is running, and the link its first person was sent."""

    origin: str
    link: str


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update"]
    quiet = ["--disable-background-networking", "--disable-sync"]
    return {"executable_path": "/usr/bin/chromium", "args": switches + quiet}


@pytest.fixture
def cairn(tmp_path: Path) -> Iterator[Served]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}
    homes = {f"CAIRN_{name.upper()}": str(tmp_path / name) for name in ("data", "keys", "anchors")}
    env = kept | homes | {"DJANGO_SETTINGS_MODULE": "cairn.config.settings"}
    found = [sys.executable, "-m", "tests.partnership.signin.found_and_invite"]
    link = subprocess.run(found, env=env, capture_output=True, check=True, text=True, timeout=120).stdout
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serve = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
    process = subprocess.Popen([*serve, "--log-level", "error", "cairn.config.wsgi"], env=env)
    try:
        _wait(port)
        yield Served(f"http://localhost:{port}", urlsplit(link).path)
    finally:
        process.terminate()
        process.wait(30)


def _wait(port: int) -> None:
    until = clock.monotonic() + 60
    while clock.monotonic() < until:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
        except OSError:
            continue
    raise TimeoutError("The server did not listen in time.")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def choose_password_and_sign_in(page: Page, cairn: Served) -> None:
    page.goto(cairn.origin + cairn.link)
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_label("Enter it again").fill(PASSWORD)
    press(page, "Set password")
    sign_in(page)


def sign_in(page: Page) -> None:
    page.get_by_label("Your e-mail address at work").fill(EMAIL)
    page.locator("#id_password").fill(PASSWORD)
    press(page, "Go on")


def faults(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    return [f"{page.url} {fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found["violations"]]


def test_a_passkey_is_set_up_and_then_signs_in_alone(browser: Browser, cairn: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    choose_password_and_sign_in(page, cairn)
    page.goto(f"{cairn.origin}/passkeys/add/")
    wrong = faults(page)
    page.get_by_label("Sign in with this passkey alone, without a password").check()
    press(page, "Add passkey")
    page.wait_for_url("**/second-factor/recovery-codes/")
    wrong += faults(page)
    page.goto(f"{cairn.origin}/account/")
    wrong += faults(page)
    context.clear_cookies()
    page.goto(f"{cairn.origin}/sign-in/?next=/account/")
    wrong += faults(page)
    press(page, "Sign in with a passkey")
    page.wait_for_url(lambda address: "sign-in" not in address)
    page.goto(f"{cairn.origin}/account/")
    assert page.get_by_role("heading", name="Your account").is_visible()
    assert (wrong, said) == ([], [])


def test_codes_do_the_same_without_script(browser: Browser, cairn: Served) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    choose_password_and_sign_in(page, cairn)
    page.get_by_role("button", name="Set up an app").click()
    secret = page.locator(".cairn-secret").inner_text()
    page.get_by_label("Code that the app shows now").fill(code(secret))
    press(page, "Set up")
    assert page.locator("main code").count() == 10
    page.goto(f"{cairn.origin}/account/")
    press(page, "Sign out")
    sign_in(page)
    page.get_by_label("Code from your app, or one of your recovery codes").fill(code(secret, later=1))
    press(page, "Sign in")
    page.goto(f"{cairn.origin}/account/")
    assert page.get_by_role("heading", name="Your account").is_visible()


def test_two_minutes_before_the_end_she_is_warned_and_may_stay(browser: Browser, cairn: Served) -> None:
    page = browser.new_context().new_page()
    page.clock.install()
    choose_password_and_sign_in(page, cairn)
    page.wait_for_url("**/second-factor/")
    page.clock.run_for(12 * 60 * 1000)
    assert not page.get_by_role("dialog").is_visible()
    page.clock.run_for(70 * 1000)
    assert page.get_by_role("dialog", name="You will soon be signed out").is_visible()
    assert "You have 2 minutes left." in page.get_by_role("dialog").inner_text()
    assert faults(page) == []
    press(page, "Stay signed in")
    page.get_by_role("dialog").wait_for(state="hidden")
    page.context.clear_cookies()  # as the server, whose clock this test leaves alone, would have ended the session
    page.clock.run_for(15 * 60 * 1000 + 2000)
    page.wait_for_url("**/sign-in/?next=*")


def code(secret: str, later: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(clock.now().timestamp()) // 30 + later))
