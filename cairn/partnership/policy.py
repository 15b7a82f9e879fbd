"""Who may change the partnership, and what must be so for the change to make sense."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access import matrix
from cairn.access.actor import MACHINE, Actor
from cairn.access.roles import NO_CASE_CONTENT, Role
from cairn.kernel.verdict import Ground, Verdict, refuse, require
from cairn.partnership.models import Agency, CalendarFeed, Deputy, Group, Partnership, PartnershipDuty, Seat, User
from cairn.partnership.models.seat import GroupKind


def can(actor: Actor, action: str) -> Verdict:
    """Whether one of the seats held now may take the action."""
    return matrix.verdict(actor.roles, action)


def by_cairn_alone(actor: Actor) -> Verdict:
    """What no person does: founding, and what a job derives from guidance."""
    return require(actor is MACHINE, "Cairn itself does this; nobody can do it by hand.", Ground.ROLE)


def holds(actor: Actor, seat: Seat) -> Verdict:
    """Whether she holds the seat herself; standing in for it is not holding it."""
    own = any(held.id == seat.pk and not held.as_deputy for held in actor.seats)
    return require(own, "You do not hold this seat.", Ground.ROLE)


def own_feed(actor: Actor, feed: CalendarFeed) -> Verdict:
    """Whether the calendar address is her own."""
    return require(feed.user_id == actor.user_id, "This calendar address is not yours.", Ground.ROLE)


def written(text: str, sentence: str, about: str) -> Verdict:
    """Something was typed in a box that cannot stay empty."""
    return require(text.strip(), sentence, Ground.INPUT, about)


def number_between(number: int | None, least: int, most: int, about: str) -> Verdict:
    """A number that makes sense; none where it may be left empty."""
    fits = number is None or least <= number <= most
    return require(fits, f"Enter a whole number from {least} to {most}.", Ground.INPUT, about)


def current(version: int, latest: int) -> Verdict:
    """Nobody else set it meanwhile."""
    sentence = "Somebody else has changed this since you opened the page. Look at what it says now, then save again."
    return require(version == latest, sentence, Ground.STALE)


def not_founded(existing: Partnership | None) -> Verdict:
    """A database belongs to one partnership for good."""
    return require(existing is None, "This database belongs to a partnership already.")


def in_a_demonstration(partnership: Partnership | None) -> Verdict:
    """Whether the day may be moved: only where nothing is real."""
    return require(
        partnership is not None and partnership.is_demo,
        "Only a demonstration has a day of its own. This partnership is on the calendar's.",
    )


def holds_a_seat(actor: Actor) -> Verdict:
    """A trainer may play any of the people, but not none of them."""
    return require(actor.seats, "Sign in as somebody who holds a seat.", Ground.ROLE)


def agency_open(agency: Agency, on: date, about: str = "") -> Verdict:
    """Whether the agency exists on the day."""
    exists = agency.starts_on <= on and (agency.ends_on is None or agency.ends_on >= on)
    return require(
        exists, f"{agency.name} does not exist on {_day(on)}.", Ground.INPUT if about else Ground.STATE, about
    )


def agency_not_ended(agency: Agency) -> Verdict:
    """An end is recorded once."""
    if agency.ends_on is None:
        return Verdict()
    return refuse(f"{agency.name} already ends on {_day(agency.ends_on)}.")


def ends_in_order(starts_on: date, ends_on: date, about: str = "ends_on") -> Verdict:
    """A last day is not before the first."""
    sentence = f"The last day cannot be before the first, {_day(starts_on)}."
    return require(ends_on >= starts_on, sentence, Ground.INPUT, about)


def can_succeed(predecessor: Agency, successor: Agency, on: date) -> Verdict:
    """One agency takes over from another that was there before it, on a day when it exists itself.

    Several may take over on the same day; the predecessor's last day is the day before (practice of 1 July 2022).
    """
    if predecessor.pk == successor.pk:
        return refuse("An agency cannot take over from itself.", Ground.INPUT, "successor")
    ended = predecessor.ends_on is not None and (on - predecessor.ends_on).days != 1
    return (
        agency_open(successor, on, about="successor")
        & require(on > predecessor.starts_on, f"{predecessor.name} has not begun by then.", Ground.INPUT, "on")
        & require(not ended, f"{predecessor.name} already ended on another day.", Ground.STATE, "on")
    )


def group_open(group: Group, on: date) -> Verdict:
    """Whether the group sits on the day."""
    sits = group.starts_on <= on and (group.ends_on is None or group.ends_on >= on)
    return require(sits, f"{group.name} does not sit on {_day(on)}.", Ground.INPUT, "starts_on")


def group_can_end(group: Group, seats_held: int) -> Verdict:
    """Nobody may be left sitting in a group that has ended."""
    return require(group.ends_on is None, "The group has already ended.") & require(
        not seats_held, "People still sit in this group. End their seats first."
    )


def can_hold(person: User, by: Actor) -> Verdict:
    """Whether somebody may be given a seat, or stand in for one: an open account, and not one's own."""
    return require(person.is_active, "This account is closed.") & require(
        person.pk != by.user_id, "You cannot give a seat to yourself. Ask somebody else to appoint you.", Ground.ROLE
    )


def seat_fits(role: Role, kind: str) -> Verdict:
    """A deputy is named beside a seat; those who keep and check the service sit apart from those who see cases."""
    if role is Role.BRIEFED_DEPUTY:
        return refuse("A deputy is named beside a seat, not given one.", Ground.INPUT, "role")
    apart = (role in NO_CASE_CONTENT) == (kind == GroupKind.SERVICE)
    sentence = "System administrators and auditors sit with those who run and check the service; nobody else does."
    return require(apart, sentence, Ground.INPUT, "role")


def seat_held(seat: Seat, at: datetime, about: str) -> Verdict:
    """Whether somebody still holds the seat, so that it can be given something to do."""
    held = seat.ends_at is None or seat.ends_at > at
    return require(held, "Nobody holds this seat any more.", Ground.INPUT, about)


def duties_apart(role: Role, other_roles: frozenset[Role]) -> Verdict:
    """Nobody both keeps or checks the service and works on cases (T4, T16 of the threat model)."""
    mixed = any((other in NO_CASE_CONTENT) != (role in NO_CASE_CONTENT) for other in other_roles)
    sentence = "This person would both keep or check the service and work on cases. Those are kept apart."
    return require(not mixed, sentence)


def seat_can_end(seat: Seat, at: datetime, ends_at: datetime, others_in_the_office: bool) -> Verdict:
    """A seat ends once, not before it began, and never so that nobody is left who can appoint."""
    keeps_the_office = seat.role == Role.BUSINESS_MANAGER and not others_in_the_office
    return (
        require(seat.ends_at is None or seat.ends_at > at, "This seat has already ended.")
        & require(ends_at >= seat.starts_at, "A seat cannot end before it starts.", Ground.INPUT, "ends_on")
        & require(not keeps_the_office, "Appoint another business manager first; nobody else can appoint.")
    )


def can_stand_in(seat: Seat, person: User, starts_at: datetime, ends_at: datetime) -> Verdict:
    """Somebody other than the holder, for a time that has an end, within the time of the seat."""
    return (
        require(person.pk != seat.holder_id, "Nobody can stand in for themselves.", Ground.INPUT, "deputy")
        & require(ends_at > starts_at, "The last day cannot be before the first.", Ground.INPUT, "ends_on")
        & require(starts_at >= seat.starts_at, "The seat has not begun by then.", Ground.INPUT, "starts_on")
        & require(seat.ends_at is None or starts_at < seat.ends_at, "The seat has ended by then.")
    )


def not_yet_done(duty: PartnershipDuty) -> Verdict:
    """What is done is recorded once."""
    return require(duty.done_on is None, "This is already recorded as done.")


def deputy_can_be_briefed(deputy: Deputy, at: datetime) -> Verdict:
    """Once, and while she still stands in."""
    return require(deputy.briefed_at is None, "This deputy has been briefed.") & deputy_stands(deputy, at)


def deputy_stands(deputy: Deputy, at: datetime) -> Verdict:
    """Whether the time of standing in is not over."""
    return require(deputy.ends_at is None or deputy.ends_at > at, "This deputy no longer stands in.")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
