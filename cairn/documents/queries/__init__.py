"""The doors to files and letters. Names used in the app and by the apps above."""

from cairn.documents.queries.files import (
    PURPOSES_RECEIVED,
    READERS,
    Altered,
    FileRow,
    OneFile,
    content,
    data_key,
    file,
    files,
    orphans,
    store,
    text_of,
    unsound,
)
from cairn.documents.queries.letters import (
    LetterVersion,
    is_own_letter,
    letter,
    letter_kinds,
    letter_version,
    letter_versions,
)

__all__ = [
    "PURPOSES_RECEIVED",
    "READERS",
    "Altered",
    "FileRow",
    "LetterVersion",
    "OneFile",
    "content",
    "data_key",
    "file",
    "files",
    "is_own_letter",
    "letter",
    "letter_kinds",
    "letter_version",
    "letter_versions",
    "orphans",
    "store",
    "text_of",
    "unsound",
]
