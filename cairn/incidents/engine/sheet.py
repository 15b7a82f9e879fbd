"""The sheet to copy from into the national form: its fields in the partnership's order, for up to four children."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

STRUCTURED = 4  # children whom the form takes one by one; the others go in as text
OF_A_CHILD = "child_"
FURTHER = "further_children"
NOT_ASKED = "Not asked"
# Values that say who somebody is, or where: withheld from those who work with labels.
IDENTIFYING = frozenset({"child_name", "child_birth", "child_area", "incident_place", FURTHER})


@dataclass(frozen=True)
class Field:
    """One field to copy: its id in the vocabulary, its label, the child it is of, and the value from the records."""

    id: str
    label: str
    child: str
    value: str


def in_order(known: Sequence[str], arranged: Sequence[str]) -> list[str]:
    """The fields as the office arranged them; what the list holds now and was not arranged comes last, in its order."""
    return [*(name for name in arranged if name in known), *(name for name in known if name not in arranged)]


def lay_out(
    order: Sequence[str],
    labels: Mapping[str, str],
    incident: Mapping[str, str],
    children: Sequence[tuple[str, Mapping[str, str]]],
) -> list[Field]:
    """Every field in order. The fields of a child stand where the first of them is, child after child.

    From the fifth child on, what is known goes into the field for further children.
    """
    of_a_child = [name for name in order if name.startswith(OF_A_CHILD)]
    further = {FURTHER: _further(labels, of_a_child, children[STRUCTURED:], incident.get(FURTHER, ""))}
    values = {**incident, **further}
    laid: list[Field] = []
    for name in order:
        if not name.startswith(OF_A_CHILD):
            laid.append(Field(name, labels[name], "", values.get(name) or NOT_ASKED))
        elif name == of_a_child[0]:
            laid += _children(of_a_child, labels, children[:STRUCTURED])
    return laid


def _children(
    names: Sequence[str], labels: Mapping[str, str], children: Sequence[tuple[str, Mapping[str, str]]]
) -> list[Field]:
    return [
        Field(name, labels[name], label, known.get(name) or NOT_ASKED) for label, known in children for name in names
    ]


def _further(
    labels: Mapping[str, str],
    names: Sequence[str],
    children: Sequence[tuple[str, Mapping[str, str]]],
    already: str,
) -> str:
    lines = [
        f"{label}: " + "; ".join(f"{labels[name]}: {known.get(name) or NOT_ASKED}" for name in names)
        for label, known in children
    ]
    return "\n".join([*([already] if already else []), *lines])
