"""Reading XML by its branches: each whole, one at a time, with the same refusals as element by element."""

from __future__ import annotations

import pytest

from cairn.documents.engine.child import xml
from cairn.documents.engine.refusing import Fault, NotTaken


def test_branches_are_handed_over_whole_outermost_alone_and_let_go():
    rows = b"<t><r>1<r>2</r></r><p/><r>3</r><q><r>4</r></q></t>"
    assert ["".join(branch.itertext()) for branch in xml.branches(rows, ("r",))] == ["12", "3", "4"]


@pytest.mark.parametrize(
    ("content", "fault"), [(b"<t><r>", Fault.DAMAGED), (b"<!DOCTYPE t><t><r/></t>", Fault.ENTITIES)]
)
def test_branches_of_what_must_not_be_read_are_refused(content, fault):
    with pytest.raises(NotTaken) as refused:
        list(xml.branches(content, ("r",)))
    assert refused.value.fault is fault
