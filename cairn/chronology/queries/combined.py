"""The combined chronology: which versions a reader is shown, and their rows in the order of what happened."""

from __future__ import annotations

from django.db.models import QuerySet

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology import policy
from cairn.chronology.models import ChronologyVersion, EntryText


def versions_shown(rights: Rights, case: Case) -> list[ChronologyVersion]:
    """The version of each agency that this reader is shown, by agency: one query.

    The last one signed off; the last one sent in for those who gather, even where it waits for its sign-off.
    """
    if not policy.reads_whole(rights):
        return []
    sent = ChronologyVersion.unscoped.filter(
        case=case, case_id=rights.case_id, sent_at__isnull=False, request__withdrawn_at__isnull=True
    )
    if not policy.reads_before_sign_off(rights):
        sent = sent.filter(signed_at__isnull=False)
    last = {version.request_id: version for version in sent.select_related("agency").order_by("number")}
    return sorted(last.values(), key=lambda version: version.agency.name.casefold())


def entry_texts(rights: Rights, case: Case, versions: list[ChronologyVersion] | None = None) -> QuerySet[EntryText]:
    """The rows of the combined chronology that this reader may read, in order; none if she may read none of it.

    `versions` are those `versions_shown` gave for the same reader, where the page has asked already.
    """
    shown = versions_shown(rights, case) if versions is None else versions
    rows = EntryText.unscoped.filter(case=case, version__in=[version.pk for version in shown])
    return rows.select_related("entry", "version__agency", "file")
