"""The doors to the rows of incidents. Each is scoped to who asks and when; what is not hers to read is not there."""

from cairn.incidents.queries.incident import EarlierAccount, Told, earlier, facts_for_clocks, incident, one_incident
from cairn.incidents.queries.words import ACTS, Line

__all__ = ["ACTS", "EarlierAccount", "Line", "Told", "earlier", "facts_for_clocks", "incident", "one_incident"]
