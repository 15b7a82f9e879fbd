"""The list of people and places that a reviewer keeps beside her files: who is written how, and which label it gets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from cairn.guidance.refusals import CannotAnswer
from cairn.names.people_list import BETWEEN, COLUMNS, PLACE, plain
from cairn.names.relabelling import Called, Relabelling


def labels_of(path: Path) -> Relabelling:
    """The labels of a list with the columns kind, value, aliases and label. Raises CannotAnswer with every fault."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as wrong:
        raise CannotAnswer(f"{path}: it cannot be opened ({wrong.strerror}).") from wrong
    except UnicodeDecodeError as wrong:
        raise CannotAnswer(f"{path}: it is not text in UTF-8; save the list as “CSV UTF-8”.") from wrong
    lines = csv.DictReader(io.StringIO(text))
    missing = [name for name in COLUMNS if name not in (lines.fieldnames or ())]
    if missing:
        raise CannotAnswer(f"{path}: no column is headed {', '.join(missing)}; the list has {', '.join(COLUMNS)}.")
    called, faults = [], []
    for number, line in enumerate(lines, 2):
        value, label = plain(line["value"]), plain(line["label"])
        if value and label:
            aliases = (name.strip() for name in plain(line["aliases"]).split(BETWEEN))
            place = plain(line["kind"]).casefold() == PLACE
            called.append(Called(label, (value, *(name for name in aliases if name)), place))
        elif value or label:
            faults.append(f"{path}, line {number}: it has a {'value' if value else 'label'} and no other; write both.")
    if faults:
        raise CannotAnswer("\n".join(faults))
    return Relabelling(called)
