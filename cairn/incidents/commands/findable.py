"""What of an incident can be found, and by what. Part of the commands that write it; nothing is put on record here."""

from __future__ import annotations

from collections.abc import Iterator

from cairn.cases.commands import indexing
from cairn.cases.commands.indexing import Findable
from cairn.cases.models import EntryKind
from cairn.incidents.models import Account
from cairn.incidents.queries.words import lines

SAYS = {"What kind of source", "Why it is considered", "What happened", "What became of the child so far"}


def account_findable(account: Account) -> None:
    """Something was said of an incident: it is found by the latest words."""
    indexing.write(_account(account))


@indexing.fills_search("incidents")
def everything() -> Iterator[Findable]:
    """All that can be found of every incident, as it is known now."""
    latest: dict[int, Account] = {}
    for account in Account.unscoped.select_related("incident__case").order_by("version"):
        latest[account.incident_id] = account
    yield from map(_account, latest.values())


def _account(account: Account) -> Findable:
    incident, case = account.incident, account.incident.case
    said = tuple(line.words for line in lines(account, case.kind) if line.answered and line.question in SAYS)
    words = (*said, account.processes)
    year = (account.first_day or account.aware_on).year
    key, title = incident.key, case.label
    return Findable(case, EntryKind.INCIDENT, key, title, "read_incident", words=words, year=year, page="incident")
