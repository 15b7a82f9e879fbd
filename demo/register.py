"""What the demonstration has made so far, by the names the fiction uses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from cairn.access.actor import Actor
from cairn.partnership import queries
from demo.area import FIRST_DAY

if TYPE_CHECKING:
    from cairn.partnership.models import Agency, Group, Seat, User


@dataclass
class Register:
    """Rows made, by handle, short name, name or title."""

    users: dict[str, User] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    today: date = FIRST_DAY

    def actor(self, handle: str, at: datetime) -> Actor:
        """A person of the fiction with the seats she holds at the moment."""
        return queries.actor_for(self.users[handle], at)
