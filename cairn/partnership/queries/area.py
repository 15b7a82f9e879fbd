"""The partnership and its own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.partnership import policy
from cairn.partnership.models import EarlierLocalName, EarlierPartnershipDetails, LocalName, Partnership
from cairn.partnership.models.area import Term


@dataclass(frozen=True)
class Naming:
    """A thing, what guidance calls it and what the partnership calls it."""

    term: str
    usual: str
    name: str  # the usual name where none of its own is given


def the_partnership() -> Partnership | None:
    """The partnership this database belongs to; none before it is founded."""
    return Partnership.unscoped.first()


def own_partnership(actor: Actor, at: datetime) -> Partnership | None:
    """The partnership, for those who may read its settings."""
    return the_partnership() if policy.can(actor, "read_partnership") else None


def earlier_details_of_partnership(actor: Actor, at: datetime) -> QuerySet[EarlierPartnershipDetails]:
    """What the partnership was called before, and from where it wrote, latest first."""
    if not policy.can(actor, "read_partnership"):
        return EarlierPartnershipDetails.unscoped.none()
    return EarlierPartnershipDetails.unscoped.select_related("changed_by")


def is_demonstration() -> bool:
    """Whether nothing here is real."""
    partnership = the_partnership()
    return partnership is not None and partnership.is_demo


def local_name(term: str) -> str:
    """What the partnership calls something, which any page may show. Raises ValueError for an unknown term."""
    usual = Term(term).label
    return LocalName.unscoped.filter(term=term).values_list("name", flat=True).first() or str(usual)


def local_names(actor: Actor, at: datetime) -> tuple[Naming, ...]:
    """Everything that may have a name of its own, with the name in use."""
    if not policy.can(actor, "read_partnership"):
        return ()
    own = dict(LocalName.unscoped.values_list("term", "name"))
    return tuple(Naming(term.value, str(term.label), own.get(term.value, str(term.label))) for term in Term)


def earlier_names(actor: Actor, at: datetime) -> QuerySet[EarlierLocalName]:
    """What things were called before, latest first."""
    if not policy.can(actor, "read_partnership"):
        return EarlierLocalName.unscoped.none()
    return EarlierLocalName.unscoped.select_related("changed_by").order_by("-until", "-id")
