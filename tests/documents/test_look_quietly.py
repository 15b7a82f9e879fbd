"""What a parser makes of a strange file is nobody's to read; what else is logged is not its to silence."""

import logging

from cairn.documents.engine.child import inside
from cairn.documents.engine.kinds import Kind
from tests.documents import making


def test_looking_into_a_pdf_silences_what_reads_it_and_nobody_else():
    assert inside.ready(Kind.PDF)(making.pdf(), True) == "Seen at six weeks."
    assert not logging.getLogger("pypdf._reader").isEnabledFor(logging.CRITICAL)
    assert logging.getLogger("cairn.planted").isEnabledFor(logging.WARNING)
