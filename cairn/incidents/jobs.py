"""What this app gives to the work of the night: what can be found of incidents."""

from cairn.incidents.commands.findable import everything
from cairn.incidents.commands.themes import every_theme

__all__ = ["every_theme", "everything"]
