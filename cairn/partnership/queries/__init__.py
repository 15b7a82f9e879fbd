"""The doors to the partnership's rows. What is not yours to read comes back as nothing."""

from cairn.partnership.queries.actors import actor_for, live_at
from cairn.partnership.queries.agencies import agencies, agency, neighbours, successions
from cairn.partnership.queries.area import is_demonstration, local_name, local_names, own_partnership, the_partnership
from cairn.partnership.queries.groups import deputies, group, groups, roll, seat, seats
from cairn.partnership.queries.people import people, person

__all__ = [
    "actor_for",
    "agencies",
    "agency",
    "deputies",
    "group",
    "groups",
    "is_demonstration",
    "live_at",
    "local_name",
    "local_names",
    "neighbours",
    "own_partnership",
    "people",
    "person",
    "roll",
    "seat",
    "seats",
    "successions",
    "the_partnership",
]
