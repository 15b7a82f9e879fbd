"""The rule sets, statutory and advisory: one whole YAML file each, so that a reader sees its rules on one screen."""

from cairn.guidance.editions.choosing import Compared, compare, doubts, in_force
from cairn.guidance.editions.loading import edition, editions
from cairn.guidance.editions.rules import VERIFIED, Edition, Limit, Reference, Rule

__all__ = [
    "Compared",
    "Edition",
    "Limit",
    "Reference",
    "Rule",
    "VERIFIED",
    "compare",
    "doubts",
    "edition",
    "editions",
    "in_force",
]
