"""Our Word files are opened by another word processor than the one that tests them part by part."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cairn.documents.engine.papers import word
from cairn.documents.engine.papers.fields import REQUEST
from cairn.documents.engine.papers.filling import fill
from cairn.documents.engine.papers.paper import bound
from cairn.documents.engine.papers.shipped import shipped
from tests.documents.papers import HOSTILE, READER, pack, pages_of


@pytest.mark.journey
def test_libreoffice_opens_a_pack_and_a_filled_letter(tmp_path: Path):
    (tmp_path / "pack.docx").write_bytes(word.write(bound(*pack(for_reader=READER))))
    (tmp_path / "letter.docx").write_bytes(fill(shipped("agency_request"), REQUEST.example))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        "pack.docx",
        "letter.docx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    pages = pages_of((tmp_path / "pack.pdf").read_bytes())
    assert len(pages) == 3
    for number, shown in enumerate(pages, start=1):
        assert f"Page {number} of 3" in shown
        assert "Official-Sensitive" in shown
        assert f"Copy for {READER}" in shown
    assert "1 Agenda" in pages[1]
    assert HOSTILE in pages[2]
    asked = " ".join(" ".join(pages_of((tmp_path / "letter.pdf").read_bytes())).split())
    assert "To the safeguarding lead of Coldwater Community Health Trust" in asked
