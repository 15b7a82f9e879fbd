"""The pages of the acts of a rapid review."""

from __future__ import annotations

from cairn.cases.views.acting import Acting, sent
from cairn.rapid_reviews import policy, queries

Row = queries.OneReview | queries.OneReturn | queries.OneQuestion | queries.OneReply | queries.OneCase

_acting: Acting[Row] = Acting(policy)
act, links = _acting.act, _acting.links

__all__ = ["act", "links", "sent"]
