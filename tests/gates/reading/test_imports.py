"""Imports go downwards: a copy of the codebase with one planted import breaks the contract that is there for it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gates.codebase import ROOT, product
from tests.gates.layers import contract_names, layered_inside

# contract -> (file, what is added to it), each a violation of that contract
PLANTED = {
    "apps": {"cairn/access/roles.py": "import cairn.partnership.queries\n"},
    "inside-apps": {"cairn/partnership/states.py": "import cairn.partnership.policy\n"},
    "pages-and-tables": {"cairn/partnership/views/planted.py": "import cairn.partnership.models\n"},
    "plain-python": {"cairn/audit/engine/chain.py": "import django.db\n"},
    "public-site": {"cairn/look/parts.py": "import cairn.audit.commands\n"},
    "demo": {"demo/planted.py": "import cairn.partnership.models\n"},
    "no-cycles": {
        "cairn/access/planted/one.py": "import cairn.access.planted.two\n",
        "cairn/access/planted/two.py": "import cairn.access.planted.one\n",
    },
}
UNKNOWN = {
    "apps": {"cairn/helpdesk/__init__.py": "", "cairn/helpdesk/views.py": "import cairn.kernel\n"},
    "inside-apps": {"cairn/cases/wizardry.py": "import cairn.kernel\n"},
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The product and its demonstration, copied to where something can be planted."""
    for folder in ("cairn", "demo"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=lambda _, names: _not_python(names))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def _not_python(names: list[str]) -> list[str]:
    return [name for name in names if "." in name and not name.endswith(".py")]


def plant(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        for folder in target.relative_to(root).parents[:-1]:
            (root / folder / "__init__.py").touch()
        with target.open("a") as handle:
            handle.write(text)


def lint(root: Path, contract: str) -> subprocess.CompletedProcess[str]:
    """Check one contract in this copy. The copy comes first on the path, so that it is what is read."""
    script = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports; "
        f"sys.exit(lint_imports(limit_to_contracts=({contract!r},), cache_dir=None, no_cache=True))"
    )
    return subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("contract", contract_names())
def test_every_contract_catches_an_import_that_breaks_it(copy: Path, contract: str):
    plant(copy, PLANTED[contract])
    answer = lint(copy, contract)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "BROKEN" in answer.stdout


@pytest.mark.parametrize("contract", UNKNOWN)
def test_an_app_or_module_that_the_stack_does_not_know_is_caught(copy: Path, contract: str):
    plant(copy, UNKNOWN[contract])
    answer = lint(copy, contract)
    assert answer.returncode == 1, answer.stdout + answer.stderr


def test_the_copy_itself_keeps_the_contracts_so_that_what_is_planted_is_what_is_caught(copy: Path):
    assert lint(copy, "apps").returncode == 0


def with_pages_or_tables() -> set[str]:
    """Apps that have a page, a table or a command, and so an inside to be layered."""
    shaped = {"models", "views", "commands", "queries", "policy"}
    return {source.app for source in product() if source.module in shaped} - {"look", "config"}


def test_the_inside_of_every_app_with_tables_or_pages_is_layered():
    assert with_pages_or_tables() - layered_inside() == set()


def test_every_engine_is_held_to_plain_python():
    engines = {".".join(source.parts[:3]) for source in product() if source.module == "engine"}
    held = (ROOT / ".importlinter").read_text().split("contract:plain-python]")[1].split("forbidden_modules")[0].split()
    assert {engine for engine in engines if engine not in held and "cairn.*.engine" not in held} == set()
