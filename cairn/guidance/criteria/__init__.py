"""Criteria as named functions, one a limb, for every era since 2006. Unknown never becomes no."""

from cairn.guidance.criteria.assessing import Assessment, assess
from cairn.guidance.criteria.facts import Facts, read_facts
from cairn.guidance.criteria.logic import Answer, Limb

__all__ = ["Answer", "Assessment", "Facts", "Limb", "assess", "read_facts"]
