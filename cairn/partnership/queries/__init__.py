"""The doors to the partnership's rows. What is not yours to read comes back as nothing."""

from cairn.partnership.queries.actors import actor_for, live_at
from cairn.partnership.queries.agencies import (
    EarlierDetails,
    agencies,
    agency,
    agency_kinds,
    earlier_details,
    neighbours,
    successions,
)
from cairn.partnership.queries.area import (
    earlier_details_of_partnership,
    earlier_names,
    is_demonstration,
    local_name,
    local_names,
    own_partnership,
    the_partnership,
)
from cairn.partnership.queries.duties import (
    Owed,
    duties_begun,
    duties_left_behind,
    partnership_duties,
    partnership_duty,
    reminders,
    seat_of_the_office,
)
from cairn.partnership.queries.groups import StandIn, deputies, deputy, group, group_kinds, groups, roll, seat, seats
from cairn.partnership.queries.outbox import mail_leaves, notice, outbox
from cairn.partnership.queries.people import people, person

__all__ = [
    "EarlierDetails",
    "Owed",
    "StandIn",
    "actor_for",
    "agencies",
    "agency",
    "agency_kinds",
    "deputies",
    "deputy",
    "duties_begun",
    "duties_left_behind",
    "earlier_details",
    "earlier_details_of_partnership",
    "earlier_names",
    "group",
    "group_kinds",
    "groups",
    "is_demonstration",
    "live_at",
    "local_name",
    "local_names",
    "mail_leaves",
    "neighbours",
    "notice",
    "outbox",
    "own_partnership",
    "partnership_duties",
    "partnership_duty",
    "people",
    "person",
    "reminders",
    "roll",
    "seat",
    "seat_of_the_office",
    "seats",
    "successions",
    "the_partnership",
]
