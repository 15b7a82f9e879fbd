"""An edition in use is frozen: its fingerprint is listed, and a change shows. New law becomes a new edition."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from cairn.guidance import yaml_files
from cairn.guidance.editions.loading import ORDER, edition
from cairn.guidance.refusals import FaultyFile

FILE = Path(__file__).parent / "frozen.yaml"


def frozen(path: Path = FILE) -> Mapping[str, str]:
    """Fingerprint by edition id, as listed. Raises FaultyFile for an edition that is not shipped."""
    content = yaml_files.entry(yaml_files.read(path), where=path.name, required=(), optional=ORDER)
    for name, fingerprint in content.items():
        if not isinstance(fingerprint, str) or len(fingerprint) != 64:
            raise FaultyFile(f"{path.name}, {name}: expected a fingerprint of 64 hexadecimal digits")
    return MappingProxyType(content)


def changed(path: Path = FILE) -> tuple[str, ...]:
    """One sentence for each frozen edition whose content is no longer what was frozen; none if all are."""
    return tuple(
        f"{name} was frozen as {fingerprint[:12]}… and now reads {edition(name).fingerprint[:12]}…: "
        "restore it, and put what is new into an edition of its own."
        for name, fingerprint in frozen(path).items()
        if edition(name).fingerprint != fingerprint
    )
