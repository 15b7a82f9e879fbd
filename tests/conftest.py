"""What every test stands on: a real database of the chosen engine, with folders of its own for keys and anchors.

`CAIRN_TEST_ENGINE=postgres` (with `CAIRN_DATABASE_URL`) runs the same tests on PostgreSQL; the default is the encrypted
SQLite file that a laptop uses.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_HOME = Path(tempfile.mkdtemp(prefix="cairn-tests-"))
os.environ["CAIRN_MODE"] = "local"
os.environ["CAIRN_DATA"] = str(_HOME / "data")
os.environ["CAIRN_KEYS"] = str(_HOME / "keys")
os.environ["CAIRN_ANCHORS"] = str(_HOME / "anchors")
if os.environ.get("CAIRN_TEST_ENGINE", "sqlite") == "sqlite":
    os.environ["CAIRN_DATABASE_URL"] = ""
