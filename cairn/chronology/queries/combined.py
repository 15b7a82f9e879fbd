"""The combined chronology: which versions a reader is shown, and their rows in the order of what happened."""

from __future__ import annotations

from django.db.models import QuerySet

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology import policy
from cairn.chronology.models import ChronologyVersion, Entry, EntryText
from cairn.kernel.verdict import Ground, Verdict, require

NOT_TO_BE_READ = "This row is not in what you may read of the chronology."


def versions_read(rights: Rights, case: Case) -> QuerySet[ChronologyVersion]:
    """Every version that this reader may read, the earlier ones among them, in the order of their numbers.

    Those signed off; for those who gather, also what was sent in and not signed off.
    """
    readable = case if policy.reads_whole(rights) else None
    sent = ChronologyVersion.unscoped.filter(
        case=readable, case_id=rights.case_id, sent_at__isnull=False, request__withdrawn_at__isnull=True
    )
    if not policy.reads_before_sign_off(rights):
        sent = sent.filter(signed_at__isnull=False)
    return sent.select_related("agency").order_by("number")


def versions_shown(rights: Rights, case: Case) -> list[ChronologyVersion]:
    """The version of each agency that this reader is shown, by agency: one query.

    The last one signed off; the last one sent in for those who gather, even where it waits for its sign-off.
    """
    if not policy.reads_whole(rights):
        return []
    last = {version.request_id: version for version in versions_read(rights, case)}
    return sorted(last.values(), key=lambda version: version.agency.name.casefold())


def entry_texts(rights: Rights, case: Case, versions: list[ChronologyVersion] | None = None) -> QuerySet[EntryText]:
    """The rows of the combined chronology that this reader may read, in order; none if she may read none of it.

    `versions` are those `versions_shown` gave for the same reader, where the page has asked already.
    """
    shown = versions_shown(rights, case) if versions is None else versions
    rows = EntryText.unscoped.filter(case=case, version__in=[version.pk for version in shown])
    return rows.select_related("entry", "version__agency", "file")


def texts_read(rights: Rights, case: Case) -> QuerySet[EntryText]:
    """How entries are told in every version that this reader may read, the earlier ones among them."""
    rows = EntryText.unscoped.filter(case=case, version__in=versions_read(rights, case).order_by())
    return rows.select_related("entry", "version__agency", "file").order_by("version__number", "pk")


def reads_text(rights: Rights, entry: Entry, text: EntryText) -> Verdict:
    """Whether a row tells this entry, in a version that she may read."""
    there = texts_read(rights, entry.case).filter(pk=text.pk, entry=entry).exists()
    return require(there, NOT_TO_BE_READ, Ground.ROLE)
