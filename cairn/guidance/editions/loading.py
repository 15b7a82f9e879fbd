"""Reads the edition files, strictly: an unknown key, a missing paragraph, a bad unit is refused when loaded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from cairn.guidance import yaml_files
from cairn.guidance.applies import applies
from cairn.guidance.editions.rules import LABELS, UNITS, VERIFIED, Edition, InForce, Limit, Reference, Rule
from cairn.guidance.refusals import CannotAnswer, FaultyFile, nearest
from cairn.guidance.written_dates import MONTHS, PartialDate, read_partial

FOLDER = Path(__file__).parent
# In the order in which they came; where two begin on one day, the later in this list governs.
SERIES = {
    "working_together": ("lscb06", "wt10", "wt13", "wt15", "trans", "wt18", "wt23", "wt26"),
    "panel_guidance": ("pg19", "pg22", "pg25"),
}
ORDER = tuple(name for names in SERIES.values() for name in names)
_EDITION = ("id", "title", "series", "in_force", "replaces", "verified", "note", "labels", "duties")
_RULE = ("strength", "owed_by", "owed_to", "trigger", "reference", "verified", "if_missed", "may_be_waived")
_RULE_OPTIONAL = ("limit", "when", "ends", "note")
_LIMIT = ("number", "unit", "direction", "count_from")


def editions() -> tuple[Edition, ...]:
    """Every edition, oldest first, the Panel's guidance after Working Together."""
    return tuple(edition(name) for name in ORDER)


@lru_cache(maxsize=64)
def edition(name: str) -> Edition:
    """The edition of this id. Raises CannotAnswer with the nearest ids."""
    if name not in ORDER:
        raise CannotAnswer(f"There is no edition called {name!r}. {nearest(name, ORDER)}")
    return load(FOLDER / f"{name}.yaml")


def load(path: Path) -> Edition:
    """One edition from its file. Raises FaultyFile naming the file, the entry and the fault."""
    raw = yaml_files.read(path)
    content = yaml_files.entry(raw, where=path.name, required=_EDITION)
    if content["id"] != path.stem:
        raise FaultyFile(f"{path.name}: holds the id {content['id']!r}; file and id must agree")
    rules = content["duties"]
    if not isinstance(rules, dict):
        raise FaultyFile(f"{path.name}: duties must be names with values")
    return Edition(
        id=path.stem,
        title=yaml_files.text(content["title"], where=path.name),
        series=yaml_files.choice(content["series"], applies().series, where=path.name),
        in_force=_in_force(content["in_force"], f"{path.name}, in_force"),
        replaces=tuple(yaml_files.entries(content["replaces"], where=path.name)),
        verified=yaml_files.choice(content["verified"], VERIFIED, where=path.name),
        note=yaml_files.text(content["note"], where=f"{path.name}, note"),
        labels=_labels(content["labels"], f"{path.name}, labels"),
        rules=MappingProxyType({name: _rule(name, row, f"{path.name}, {name}") for name, row in rules.items()}),
        fingerprint=fingerprint(raw),
    )


def fingerprint(content: object) -> str:
    """The digest of what a file says, whatever its layout and comments: hexadecimal SHA-256 of its canonical JSON."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return sha256(canonical.encode()).hexdigest()


def _in_force(value: object, where: str) -> InForce:
    content = yaml_files.entry(value, where=where, required=("from", "to"), optional=("area_chooses_from",))
    begins = _partial(content["from"], where)
    ends = _partial(content["to"], where) if content["to"] is not None else None
    if ends is not None and ends.latest < begins.earliest:
        raise FaultyFile(f"{where}: ends before it begins")
    earliest = content.get("area_chooses_from")
    return InForce(begins, ends, _partial(earliest, where).earliest if earliest is not None else None)


def _partial(value: object, where: str) -> PartialDate:
    try:
        return read_partial(yaml_files.text(value, where=where))
    except CannotAnswer as fault:
        raise FaultyFile(f"{where}: {fault}") from fault


def _labels(value: object, where: str) -> Mapping[str, tuple[tuple[date | None, str], ...]]:
    content = yaml_files.entry(value, where=where, required=LABELS)
    return MappingProxyType({name: _called(words, f"{where}, {name}") for name, words in content.items()})


def _called(value: object, where: str) -> tuple[tuple[date | None, str], ...]:
    if not isinstance(value, list):
        return ((None, yaml_files.text(value, where=where)),)
    rows = [yaml_files.entry(row, where=where, required=("called",), optional=("since",)) for row in value]
    if not rows:
        raise FaultyFile(f"{where}: expected at least one name")
    return tuple(
        (
            _partial(row["since"], where).earliest if "since" in row else None,
            yaml_files.text(row["called"], where=where),
        )
        for row in rows
    )


def _rule(name: str, value: object, where: str) -> Rule:
    yaml_files.choice(name, applies().duties, where=where)
    content = yaml_files.entry(value, where=where, required=_RULE, optional=_RULE_OPTIONAL)
    place = yaml_files.entry(content["reference"], where=where, required=("source", "paragraph"))
    limit = _limit(content["limit"], where) if "limit" in content else None
    if (limit is None) == ("when" not in content):
        raise FaultyFile(f"{where}: needs either a limit or, in words, when")
    waivable = content["may_be_waived"]
    if not isinstance(waivable, bool) or (waivable and content["strength"] == "must"):
        raise FaultyFile(f"{where}: may_be_waived must be yes or no, and what must be done is never waived")
    return Rule(
        duty=name,
        strength=yaml_files.choice(content["strength"], ("must", "should"), where=where),
        owed_by=_bodies(content["owed_by"], where),
        owed_to=_bodies(content["owed_to"], where),
        trigger=yaml_files.choice(content["trigger"], applies().facts, where=where),
        when=yaml_files.text(content["when"], where=where) if "when" in content else "",
        limit=limit,
        ends=yaml_files.choice(content.get("ends", "due"), ("due", "not_before"), where=where),
        reference=Reference(
            yaml_files.text(place["source"], where=f"{where}, source"),
            yaml_files.text(place["paragraph"], where=f"{where}, paragraph"),
        ),
        verified=yaml_files.choice(content["verified"], VERIFIED, where=where),
        note=yaml_files.text(content["note"], where=f"{where}, note") if "note" in content else "",
        if_missed=yaml_files.text(content["if_missed"], where=f"{where}, if_missed"),
        waivable=waivable,
    )


def _bodies(value: object, where: str) -> tuple[str, ...]:
    return tuple(
        yaml_files.choice(body, applies().bodies, where=where) for body in yaml_files.entries(value, where=where)
    )


def _limit(value: object, where: str) -> Limit:
    content = yaml_files.entry(value, where=f"{where}, limit", required=_LIMIT)
    unit = yaml_files.choice(content["unit"], UNITS, where=f"{where}, unit")
    count_from = yaml_files.choice(content["count_from"], UNITS[unit], where=f"{where}, count_from")
    direction = yaml_files.choice(content["direction"], ("after", "before"), where=f"{where}, direction")
    number = content["number"]
    if unit == "date":
        return _named_date(number, direction, count_from, where)
    if type(number) is not int or number < 1:
        raise FaultyFile(f"{where}: the limit must be a whole number from 1, found {number!r}")
    return Limit(number, unit, direction, count_from)


def _named_date(value: object, direction: str, count_from: str, where: str) -> Limit:
    words = yaml_files.text(value, where=where).split()
    if direction != "after" or len(words) != 2 or words[1] not in MONTHS or not words[0].isdecimal():
        raise FaultyFile(f"{where}: the limit must be a day and a month after the trigger, such as 30 September")
    day, month = int(words[0]), MONTHS.index(words[1]) + 1
    if not 1 <= day <= 28 + (month != 2) * 2 + (month in (1, 3, 5, 7, 8, 10, 12)):
        raise FaultyFile(f"{where}: there is no {words[0]} {words[1]} in every year")
    return Limit(1, "date", direction, count_from, month, day, " ".join(words))
