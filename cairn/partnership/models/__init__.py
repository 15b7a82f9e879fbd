"""The tables of the partnership."""

from cairn.partnership.models.agency import Agency, AgencySuccession, Neighbour
from cairn.partnership.models.area import LocalName, Partnership, ProductDay
from cairn.partnership.models.duty import PartnershipDuty
from cairn.partnership.models.earlier import EarlierAgencyDetails, EarlierLocalName, EarlierPartnershipDetails
from cairn.partnership.models.feed import CalendarFeed
from cairn.partnership.models.holiday import ProclaimedHoliday
from cairn.partnership.models.outbox import DailyRun, Message
from cairn.partnership.models.people import Invitation, User
from cairn.partnership.models.seat import Deputy, Group, Seat, SeatSpeaksFor
from cairn.partnership.models.steps import LocalStepSet, ReminderDaysSet, StepKind, StepTrigger
from cairn.partnership.models.tries import Try

__all__ = [
    "Agency",
    "AgencySuccession",
    "CalendarFeed",
    "DailyRun",
    "Deputy",
    "EarlierAgencyDetails",
    "EarlierLocalName",
    "EarlierPartnershipDetails",
    "Group",
    "Invitation",
    "LocalName",
    "LocalStepSet",
    "Message",
    "Neighbour",
    "Partnership",
    "PartnershipDuty",
    "ProclaimedHoliday",
    "ProductDay",
    "ReminderDaysSet",
    "Seat",
    "SeatSpeaksFor",
    "StepKind",
    "StepTrigger",
    "Try",
    "User",
]
