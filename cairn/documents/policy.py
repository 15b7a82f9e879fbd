"""Who may read a file, and who may put one with a case.

A file has no rule of its own: it is read by whoever may read what it is about (`read_action`), on the conditions the
matrix sets for that. The door of the case comes first.
"""

from __future__ import annotations

from datetime import datetime

from cairn.access import matrix
from cairn.access.actor import Actor
from cairn.cases import policy
from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.documents.models import StoredFile
from cairn.kernel.verdict import Verdict

# Who a file put by hand is for: the action its readers hold, and how the office is asked.
READERS = {
    "read_files": "The office and the chair of the subgroup",
    "read_incident": "Also the safeguarding partners, the scrutineer, the subgroup, the reviewer and the legal adviser",
    "read_meeting": "Whoever reads the papers of meetings about this case",
}


def may_read(rights: Rights, file: StoredFile) -> Verdict:
    """Whether somebody with these rights on the case of the file may read it."""
    return rights.can(file.read_action, file)


def can_read(actor: Actor, file: StoredFile, at: datetime) -> Verdict:
    """Whether somebody may read this file: of a case by her rights on it, otherwise by the roles of her seats."""
    if file.case is None:
        return matrix.verdict(actor.roles, file.read_action)
    return may_read(policy.rights(actor, file.case, at), file)


def can_put(actor: Actor, case: Case, at: datetime) -> Verdict:
    """Whether somebody may put a file with this case: the office, while the case is open."""
    return policy.can(actor, "put_file", case, at)
