"""`cairn change-files-key`: wrap the keys of all files with the master key in `files-new.key`. Stop Cairn first.

Where it is stopped half-way nothing has changed; run it again. It may also be run twice.
"""

from __future__ import annotations

import argparse

from django.conf import settings

from cairn.access.actor import MACHINE
from cairn.config import keys
from cairn.config.commandline.wrong_input import WrongInput, say
from cairn.documents.commands import change_files_key
from cairn.documents.engine.sealing import Unreadable
from cairn.partnership import clock

NEW = "files-new"


def run(arguments: list[str]) -> int:
    """Change the key, say what is left to do."""
    argparse.ArgumentParser(
        prog="cairn change-files-key", description="Wrap the keys of all files with the master key in files-new.key."
    ).parse_args(arguments)
    try:
        new = keys.read(settings.ENVIRONMENT.keys, NEW)
        changed = change_files_key(
            old=bytes.fromhex(settings.FILES_KEY), new=bytes.fromhex(new), by=MACHINE, at=clock.now()
        )
    except keys.KeyUnusable as wrong:
        raise WrongInput(str(wrong)) from wrong
    except Unreadable as wrong:
        raise WrongInput("A file key opens with neither master key: restore the files.key that was in use.") from wrong
    say(f"{changed} file keys are wrapped with the new key. Now put it in the place of files.key, and start Cairn.")
    return 0
