"""A notice to an agency, as its reader gets it."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.cases.engine.notices import LINK, Notice
from cairn.partnership import links


@dataclass(frozen=True)
class Preview:
    """The exact message that an agency gets."""

    subject: str
    lines: tuple[str, ...]


def preview(notice: Notice) -> Preview:
    """The notice with the address it leads to, line by line."""
    body = notice.body.replace(LINK, links.full_link(links.SIGN_IN, None))
    return Preview(notice.subject, tuple(line for line in body.split("\n") if line))
