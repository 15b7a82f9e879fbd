"""The matrix as one Markdown document, for a governance lead to read and sign."""

from __future__ import annotations

from cairn.access.actions import Artefact
from cairn.access.explaining import Permission, source_of, title_of, who_can
from cairn.access.matrix import Condition, cells
from cairn.access.roles import Role

_HEAD = """# Who may do what

Made from `cairn/access/matrix.py` by `ops/generate_docs.py`; changes are made there. Three questions are asked in this
order: is the case open to you, does one of your roles hold the action, does the record's state allow it. What is not
written here is a no. Practitioners, families and councillors do not sign in: what they are given is a disclosure that
the office records.
"""


def access_markdown() -> str:
    """The whole document: roles, one table of everything, and each artefact in sentences with its source."""
    parts = [_HEAD, _roles(), _table(), *(_artefact(artefact) for artefact in Artefact)]
    return "\n".join(parts)


def sentence(permission: Permission) -> str:
    """One permission as a line of the document, with its condition."""
    on = "" if permission.condition is None else _CONDITIONS[permission.condition]
    return f"- {permission.role.label} may {permission.action.says}{on}."


_CONDITIONS = {
    Condition.OWN_AGENCY: ", for her own agency only",
    Condition.OWN_SEAT: ", where her own seat owes it",
    Condition.NAMES_SHOWN: ", once she has switched real names on, with a reason, for this case and sitting",
    Condition.ABOUT_YOURSELF: ", where it is her own",
    Condition.SHARED: ", once it has been shared with those who meet",
    Condition.RELEASED: ", once it is released to her by name",
}


def _roles() -> str:
    lines = [f"- **{role.label}**: {role.work}" for role in Role]
    return "\n".join(["## Roles", "", *lines, ""])


def _table() -> str:
    head = "| | " + " | ".join(title_of(artefact) for artefact in Artefact) + " |"
    rule = "|---" * (len(Artefact) + 1) + "|"
    lines = [f"| {role.label} | " + " | ".join(_cell(role, artefact) for artefact in Artefact) + " |" for role in Role]
    return "\n".join(
        ["## At a glance", "", "A star marks a condition, which is said below.", "", head, rule, *lines, ""]
    )


def _cell(role: Role, artefact: Artefact) -> str:
    return ", ".join(f"{cell.may}{'*' if cell.condition else ''}" for cell in cells(role, artefact)) or "–"


def _artefact(artefact: Artefact) -> str:
    lines = [sentence(permission) for permission in who_can(artefact)]
    return "\n".join([f"## {title_of(artefact)}", "", f"Rests on: {source_of(artefact)}", "", *lines, ""])
