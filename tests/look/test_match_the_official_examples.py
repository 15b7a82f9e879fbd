"""Our tags give the same HTML as govuk-frontend's own examples, for every option that we offer.

The examples are copied from govuk-frontend 6.6.0 (MIT, Crown Copyright Government Digital Service).
"""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest

from tests.look.official import elements, paths
from tests.look.shown import SHOWN

FIXTURES = Path(__file__).parent / "fixtures"
NOT_OFFERED = {
    name: tuple(options) for name, options in json.loads((FIXTURES / "not_offered.json").read_text()).items()
}


def _examples() -> list[tuple[str, dict]]:
    return [
        (component, example)
        for component in SHOWN
        for example in json.loads((FIXTURES / f"{component}.json").read_text())["fixtures"]
    ]


def _offered(component: str, example: dict) -> bool:
    without = (*NOT_OFFERED["*"], *NOT_OFFERED.get(component, ()))
    if example["name"] in {entry.removeprefix("example: ") for entry in without}:
        return False
    return not any(
        path == entry or path.startswith((f"{entry}.", f"{entry}["))
        for path in paths(example["options"])
        for entry in without
    )


EXAMPLES = _examples()
COMPARED = [(component, example) for component, example in EXAMPLES if _offered(component, example)]


@pytest.mark.parametrize(
    ("component", "example"), COMPARED, ids=[f"{component}: {example['name']}" for component, example in COMPARED]
)
def test_the_official_example_is_matched(component: str, example: dict) -> None:
    shown = SHOWN[component](deepcopy(example["options"]))
    assert elements(shown) == elements(example["html"])


def test_every_component_is_compared_with_an_example() -> None:
    assert {component for component, _ in COMPARED} == set(SHOWN)


def test_what_is_not_offered_is_used_by_an_example() -> None:
    used = {(component, path) for component, example in EXAMPLES for path in paths(example["options"])}
    names = {(component, f"example: {example['name']}") for component, example in EXAMPLES}
    unused = [
        (component, entry)
        for component, entries in NOT_OFFERED.items()
        for entry in entries
        if component != "*"
        and (component, entry) not in names
        and not any(c == component and (p == entry or p.startswith((f"{entry}.", f"{entry}["))) for c, p in used)
    ]
    assert unused == []
