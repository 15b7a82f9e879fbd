"""The pages of the acts of a chronology, and what agencies wrote as a reader may see it."""

from __future__ import annotations

from collections.abc import Callable

from cairn.cases.queries.naming import labels_for
from cairn.cases.views.acting import Acting, sent
from cairn.cases.views.inside import Inside
from cairn.chronology import policy
from cairn.chronology.queries import asking, comments, entries, episodes, marks

Asked = asking.OneChronology | asking.OneRequest | asking.OneCase
Row = Asked | entries.OneEntry | comments.OneComment | episodes.OneEpisode | marks.OneMark

_acting: Acting[Row] = Acting(policy)
act, links = _acting.act, _acting.links


def words_for(inside: Inside) -> Callable[[str], str]:
    """What agencies wrote, as this reader may see it: as it is, or with labels in place of names."""
    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)
    return labels.of if labels else str


__all__ = ["act", "links", "sent", "words_for"]
