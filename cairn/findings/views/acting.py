"""The pages of the acts on findings, and what puts labels in place of names for a reader."""

from __future__ import annotations

from cairn.cases.queries.naming import labels_for
from cairn.cases.views.acting import Acting, sent
from cairn.cases.views.inside import Inside
from cairn.findings import policy
from cairn.findings.queries import reading
from cairn.names.relabelling import Relabelling

Row = reading.OneCase | reading.OneFinding | reading.OneGround

_acting: Acting[Row] = Acting(policy)
act, links = _acting.act, _acting.links


def labels_of(inside: Inside) -> Relabelling | None:
    """What puts labels in place of names for this reader, if she works with pseudonyms."""
    return labels_for(inside.rights, inside.case, names_shown=inside.names_shown)


__all__ = ["act", "labels_of", "links", "sent"]
