"""What people do with findings. One transaction each, one event each."""

from cairn.findings.commands.resting import confirm_ground, drop_ground, rest_on_entry
from cairn.findings.commands.writing import change_finding, withdraw_finding, write_finding

__all__ = [
    "change_finding",
    "confirm_ground",
    "drop_ground",
    "rest_on_entry",
    "withdraw_finding",
    "write_finding",
]
