"""What the forms of a case offer to choose from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.access.roles import NO_CASE_CONTENT
from cairn.cases import policy
from cairn.cases.models import AliasKind, Answer, CaseKind, Fact, Mode, PersonKind, PlaceKind, Precision, Strength
from cairn.guidance.applies import duties as every_duty
from cairn.guidance.editions import compare
from cairn.partnership import queries as partnership

Choices = list[tuple[str, str]]

CASE_KINDS: Choices = list(CaseKind.choices)
PERSON_KINDS: Choices = list(PersonKind.choices)
PLACE_KINDS: Choices = list(PlaceKind.choices)
ALIAS_KINDS: Choices = list(AliasKind.choices)
NAME_ANSWERS: Choices = [
    (Answer.GIVEN.value, "Yes"),
    (Answer.NONE.value, "There is none"),
    (Answer.NOT_KNOWN.value, "Not known"),
    (Answer.NOT_ASKED.value, "Not asked"),
]
PRECISIONS: Choices = list(Precision.choices)
FACTS: dict[str, str] = dict(Fact.choices)
MODES: Choices = list(Mode.choices)
# What the law says must be done is set by the product from guidance, not typed on a page.
STRENGTHS: Choices = [(value, str(label)) for value, label in Strength.choices if value != Strength.MUST]
ROLES_FOR_A_PERSON: Choices = [(role.value, role.label) for role in policy.ROLES_FOR_A_PERSON]


def limited_duties() -> Choices:
    """The duties to which some edition sets a limit, in the order in which a case meets them."""
    limited = [each for each in every_duty() if any(row.rule and row.rule.limit for row in compare(each.id))]
    return [(each.id, each.title) for each in limited]


def seats(actor: Actor, at: datetime) -> Choices:
    """The seats held now by people who may see cases."""
    held = partnership.seats(actor, at)
    roles = {role.value for role in NO_CASE_CONTENT}
    return [
        (seat.key, f"{seat.title}, {seat.group.name} ({seat.holder.name})") for seat in held if seat.role not in roles
    ]


def people(actor: Actor, at: datetime) -> Choices:
    """Everybody with an open account."""
    return [
        (user.key, f"{user.name}, {user.post}" if user.post else user.name) for user in partnership.people(actor, at)
    ]


def agencies(actor: Actor, at: datetime) -> Choices:
    """The agencies of today."""
    return [(agency.key, agency.name) for agency in partnership.agencies(actor, at)]


def agencies_to_ask(actor: Actor, at: datetime, asked: QuerySet[Any, Any]) -> Choices:
    """The agencies of today but for those that are `asked` already; those without contact point say so."""
    rows = partnership.agencies(actor, at).exclude(pk__in=asked)
    return [(row.key, row.name if row.contact_point else f"{row.name} (no contact point)") for row in rows]
