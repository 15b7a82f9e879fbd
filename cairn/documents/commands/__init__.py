"""Keeping files, and the partnership's own letters. Names used in the app and by the apps above."""

from cairn.documents.commands.files import keep_file, put_file
from cairn.documents.commands.keys import change_files_key
from cairn.documents.commands.letters import upload_letter

__all__ = ["change_files_key", "keep_file", "put_file", "upload_letter"]
