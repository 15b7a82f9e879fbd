"""Nothing of its own each day: what can be found of published reviews is filled with the rest of the index."""

from cairn.publication.commands import findable

__all__ = ["findable"]
