"""Cairn: how a safeguarding children partnership learns from serious incidents, and proves that practice changed."""
