"""What operating commands do first: ask for the passphrase where one is used, then set Django up or say why not."""

from __future__ import annotations

import os
import sys
from getpass import getpass

import django
from django.core.exceptions import ImproperlyConfigured

from cairn.config.commandline.wrong_input import WrongInput


def set_up() -> None:
    """Read the settings and load the apps. Raises WrongInput, never a traceback, where the configuration is wrong."""
    ask_for_passphrase()
    try:
        django.setup()
    except ImproperlyConfigured as wrong:
        raise WrongInput(str(wrong)) from wrong


def ask_for_passphrase() -> None:
    """Put the passphrase into this process's environment, where its children find it too; asked for once."""
    if os.environ.get("CAIRN_KEY_FROM") != "passphrase" or os.environ.get("CAIRN_PASSPHRASE"):
        return
    if not sys.stdin.isatty():
        raise WrongInput("Cairn is locked with a passphrase: set CAIRN_PASSPHRASE, or start it from a terminal.")
    os.environ["CAIRN_PASSPHRASE"] = getpass("Passphrase: ")
