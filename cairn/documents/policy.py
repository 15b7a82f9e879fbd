"""Who may read a file, who may put one with a case, and who may change the partnership's letters.

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
from cairn.documents.engine.papers.fields import LetterKind
from cairn.documents.engine.papers.filling import fields_in, unknown
from cairn.documents.engine.papers.package import NotALetter
from cairn.documents.models import StoredFile
from cairn.kernel.verdict import Ground, Verdict, refuse, require

MEANWHILE = "Somebody uploaded a version of this letter meanwhile. Look at it, then send yours if it is still wanted."

# Who a file put by hand is for: the action its readers hold, and how the office is asked.
READERS = {
    "read_files": "The office and the chair of the subgroup",
    "read_incident": "Also the safeguarding partners, the scrutineer, the subgroup, the reviewer and the legal adviser",
    "read_return": "The office, the chair, the reviewer, and the agency whose it is",
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


def can(actor: Actor, action: str) -> Verdict:
    """Whether one of the seats held now may take an action that is about no case: reading or changing our letters."""
    return matrix.verdict(actor.roles, action)


def same_version(seen: int, latest: int) -> Verdict:
    """Nobody puts a version in the place of one she has not seen."""
    return require(seen == latest, MEANWHILE, Ground.STALE)


def serves_as_letter(kind: LetterKind, file: bytes) -> Verdict:
    """Whether a file can go out under the partnership's name: a Word file that names fields of this kind only."""
    try:
        names = fields_in(file, kind.whole)
    except NotALetter as no:
        return refuse(no.sentence, Ground.INPUT, "upload")
    verdict = Verdict()
    for sentence in unknown(names, kind.names):
        verdict &= refuse(sentence, Ground.INPUT, "upload")
    return verdict
