"""Fixtures of the browser journeys: Debian's Chromium, the demonstration, and a page that fails on any complaint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.journeys import running

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    return browser_context_args | {"locale": "en-GB", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def built_demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration as `cairn demo` builds it."""
    home = tmp_path_factory.mktemp("demonstration")
    running.cairn("demo", home=home)
    return home


@pytest.fixture(scope="module")
def address(built_demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where this module's own copy of the demonstration is served."""
    home = running.copy_of(built_demonstration, tmp_path_factory.mktemp("served") / "home")
    with running.served(home) as where:
        yield where


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page; the test fails if the browser complained, of a blocked script or style above all."""
    complaints: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    opened.close()
    refused = [text for text in complaints if "status of 4" not in text]  # a refusal we asked for is no complaint
    assert refused == []
