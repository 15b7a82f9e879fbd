"""Must it be notified? The notifiable incident of 2015, the serious incident since 2018, and the notices of deaths."""

from __future__ import annotations

from cairn.guidance.criteria.facts import Facts
from cairn.guidance.criteria.incident import died
from cairn.guidance.criteria.logic import Answer, all_of, any_of, limb, not_known, recorded

SECTION_16C = "Children Act 2004, section 16C(1)"
OLDEST_CARE_LEAVER = 24
# These name more than one country; a death in Wales or Scotland is outside England all the same.
_NOT_ONE_COUNTRY = {"uk", "u.k.", "united kingdom", "gb", "great britain", "britain", "british isles"}


@limb("Notifiable incidents as read in the procedures of Sefton Safeguarding Children Board")
def died_in_regulated_setting(facts: Facts, edition: str) -> Answer:
    """The child died in a regulated setting, whatever the cause: notifiable in 2015, not in the test since 2018."""
    setting = recorded(
        facts, "regulated_setting", yes="It was in a regulated setting.", no="It was not in a regulated setting."
    )
    return all_of(setting, died(facts, edition).answer)


def outside_england(facts: Facts) -> Answer:
    """Whether it happened outside England. A name for more than one country does not say."""
    country = facts.incident_country
    if country is None:
        return not_known("incident_country")
    if country.casefold() in _NOT_ONE_COUNTRY:
        return not_known("incident_country", why=f"{country!r} does not say whether it happened in England.")
    if country.casefold() == "england":
        return Answer(False, "It happened in England.")
    return Answer(True, "It happened outside England.")


def _is_own(facts: Facts, fact: str, *, yes: str, no: str) -> Answer:
    place = getattr(facts, fact)
    unknown = [name for name, value in ((fact, place), ("own_la", facts.own_la)) if not value]
    if unknown:
        return not_known(*unknown)
    own = {area.casefold() for area in facts.own_la}
    return Answer(True, yes) if place.casefold() in own else Answer(False, no)


@limb(SECTION_16C)
def happened_here(facts: Facts, edition: str) -> Answer:
    """It happened in the area of the local authority that asks, which then notifies and leads."""
    if outside_england(facts).met:
        return Answer(False, "It happened outside England.")
    return _is_own(
        facts, "place_of_incident_la", yes="It happened in this area.", no="It happened in another authority's area."
    )


@limb(SECTION_16C)
def lives_here_and_happened_abroad(facts: Facts, edition: str) -> Answer:
    """It happened outside England to a child who normally lives in the area of the local authority that asks."""
    lives_here = _is_own(
        facts,
        "normally_resident_la",
        yes="The child normally lives in this area.",
        no="The child normally lives in another area.",
    )
    return all_of(lives_here, outside_england(facts))


def place_is_ours(facts: Facts, edition: str) -> Answer:
    """Whether the duty to notify lies with the authority that asks."""
    return any_of(happened_here(facts, edition).answer, lives_here_and_happened_abroad(facts, edition).answer)


@limb("Working Together 2023, paragraph 332")
def care_leaver_died(facts: Facts, edition: str) -> Answer:
    """A care leaver up to and including the age of 24 has died: should be notified.

    It starts no rapid review by itself; under 18 the test of a serious incident applies besides. New in December 2023.
    """
    leaver = recorded(facts, "care_leaver", yes="A care leaver.", no="Not a care leaver.")
    if facts.age is None:
        young = not_known("age")
    else:
        # A person is 24 until the day before the 25th birthday, whatever fraction of a year is given.
        young = Answer(facts.age < OLDEST_CARE_LEAVER + 1, f"The age is {facts.age:g}.")
    return all_of(leaver, died(facts, edition).answer, young)


@limb("Working Together 2023, paragraph 334")
def suicide_with_abuse_or_neglect(facts: Facts, edition: str) -> Answer:
    """Suicide is suspected: to be notified where abuse or neglect is a factor, which its own limb decides."""
    return recorded(facts, "suspected_suicide", yes="Suicide is suspected.", no="Suicide is not suspected.")


@limb("Working Together 2023, paragraph 334")
def nature_is_other(facts: Facts, edition: str) -> Answer:
    """The child is the perpetrator: the nature of the incident may be given as other, with a clear reason."""
    if facts.role is None:
        return not_known("role")
    return Answer(facts.role == "perpetrator", f"The child was the {facts.role}.")
