"""What this app gives to the work of the night: what can be found of incidents."""

from cairn.incidents.commands.findable import everything

__all__ = ["everything"]
