"""What every test stands on: a real database of the chosen engine, with folders of its own for keys and anchors.

The default is the encrypted SQLite file that a laptop uses. `python ops/private_postgres.py -- pytest …` runs the same
tests on PostgreSQL: it sets `CAIRN_TEST_ENGINE=postgres` and `CAIRN_DATABASE_URL`.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

_HOME = Path(tempfile.mkdtemp(prefix="cairn-tests-"))
os.environ["CAIRN_MODE"] = "local"
os.environ["CAIRN_DATA"] = str(_HOME / "data")
os.environ["CAIRN_KEYS"] = str(_HOME / "keys")
os.environ["CAIRN_ANCHORS"] = str(_HOME / "anchors")
if os.environ.get("CAIRN_TEST_ENGINE", "sqlite") == "sqlite":
    os.environ["CAIRN_DATABASE_URL"] = ""

    @pytest.fixture(scope="session")
    def django_db_modify_db_settings_xdist_suffix() -> None:
        """Several test processes need no names of their own: each has its database in its own memory."""

elif not os.environ.get("CAIRN_DATABASE_URL"):
    raise SystemExit(
        "CAIRN_TEST_ENGINE=postgres needs CAIRN_DATABASE_URL: run python ops/private_postgres.py -- pytest …"
    )

# pytest-django has read the settings before this file: what tests put on disk must not lie in the checkout.
settings.FILES = _HOME / "data" / "files"

pytest_plugins = ["tests.world", "tests.stories"]
