"""The doors to the findings of a case."""

from cairn.findings.queries import beside  # hands its part to the page of an entry

__all__ = ["beside"]
