"""The tables of chronologies."""

from cairn.chronology.models.asking import AskedColumn, Chronology, ChronologyRequest
from cairn.chronology.models.entries import Entry, EntryFault, EntryText
from cairn.chronology.models.judging import Judgement
from cairn.chronology.models.marking import EntryComment, Episode, Mark
from cairn.chronology.models.returns import ChronologyFile, ChronologyVersion
from cairn.chronology.models.saved import SavedView

__all__ = [
    "AskedColumn",
    "Chronology",
    "ChronologyFile",
    "ChronologyRequest",
    "ChronologyVersion",
    "Entry",
    "EntryComment",
    "EntryFault",
    "EntryText",
    "Episode",
    "Judgement",
    "Mark",
    "SavedView",
]
