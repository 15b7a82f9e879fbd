"""Cairn is not a GOV.UK service: what it serves carries neither the Crown's marks nor its typeface."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "cairn" / "static"
TEMPLATES = Path(__file__).parents[2] / "cairn"
FORBIDDEN = re.compile(r"crest|crown|logotype|@font-face|transport|data:", re.IGNORECASE)


@pytest.mark.parametrize("path", sorted(STATIC.rglob("*.*")), ids=lambda path: path.name)
def test_no_static_file_carries_a_mark_of_the_crown(path: Path) -> None:
    found = set(FORBIDDEN.findall(path.read_text() if path.suffix != ".js" else ""))
    assert found == set()


def test_the_style_sheet_asks_only_for_pictures_that_are_there() -> None:
    asked = re.findall(r"url\(([^)]*)\)", (STATIC / "vendor" / "cairn.css").read_text())
    assert asked
    assert [url for url in asked if not (STATIC / url.removeprefix("/static/")).is_file()] == []


def test_the_script_of_several_uploads_is_left_out() -> None:
    assert "multi-file-upload" not in (STATIC / "vendor" / "cairn.js").read_text()


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_carries_inline_script_style_or_handlers(path: Path) -> None:
    text = path.read_text()
    scripts = [tag for tag in re.findall(r"<script\b[^>]*>", text) if " src=" not in tag]
    assert scripts + re.findall(r"<style\b|\sstyle=|\son(?!ce=)[a-z]+=|javascript:|\|safe\b", text) == []
