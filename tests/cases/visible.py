"""Who sees a case, by name."""

from datetime import datetime

from cairn.cases import queries
from cairn.cases.models import Case
from tests.world import EVERYBODY, World


def seeing(world: World, case: Case, at: datetime | None = None) -> set[str]:
    """Everybody for whom the case exists at the moment."""
    moment = at or world.at
    return {who for who in EVERYBODY if queries.get(world.actor(who, moment), case.key, moment)}
