"""Pages of the tests' own, to show the frame around."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings


@pytest.fixture(autouse=True)
def pages_of_the_tests() -> Iterator[None]:
    engines = deepcopy(settings.TEMPLATES)
    engines[0]["DIRS"].append(Path(__file__).parent / "templates")
    engines[0]["OPTIONS"]["context_processors"].remove("cairn.desk.context.frame")  # the look knows no partnership
    with override_settings(TEMPLATES=engines):
        yield
