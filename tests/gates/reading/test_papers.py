"""What people read in this repository is whole: no merge left half done, no picture missing or forgotten."""

import re
from collections.abc import Iterable, Iterator

import pytest

from ops.take_screenshots import PICTURES
from tests.gates.codebase import ROOT, addresses

READ_BY_PEOPLE = (".md", ".txt", ".html", ".yaml", ".csv", ".toml", ".py")
HALF_DONE = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
SHOWN = re.compile(r"!\[[^\]]+\]\(images/([\w-]+)\.png\)")


def half_merged(papers: Iterable[tuple[str, str]]) -> list[str]:
    """Files that still carry both sides of a merge."""
    return [path for path, text in papers if HALF_DONE.search(text)]


def papers() -> Iterator[tuple[str, str]]:
    """Every text of the repository, with its path."""
    for path in addresses():
        if path.endswith(READ_BY_PEOPLE):
            yield path, (ROOT / path).read_text()


def test_no_merge_is_left_half_done():
    assert half_merged(papers()) == []


@pytest.mark.parametrize("mark", ["<" * 7 + " HEAD", "=" * 7, ">" * 7 + " b6a70fe (docs: Say how)"])
def test_a_merge_left_half_done_is_noticed(mark):
    planted = [("a.md", f"One\n{mark}\nother\n"), ("b.md", f"A heading\n{'=' * 9}\nand {mark}\n")]
    assert half_merged(planted) == ["a.md"]


def test_every_picture_taken_is_in_the_guide_and_every_picture_in_the_guide_is_taken():
    users = ROOT / "docs" / "users"
    shown = {name for page in users.glob("*.md") for name in SHOWN.findall(page.read_text())}
    assert shown == {picture.name for picture in PICTURES}
    assert shown == {image.stem for image in (users / "images").iterdir()}
