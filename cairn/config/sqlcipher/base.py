"""The database backend: Django's SQLite backend speaking to SQLCipher, with the key given before anything is read.

Leans on three internals of Django's backend (parameter style, adapters, connection hook); the whole test suite runs
on it, so an upgrade of Django that moves them is seen at once. ADR 0002 says why.
"""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.backends.sqlite3 import base as sqlite
from django.db.backends.sqlite3._functions import register as register_functions
from sqlcipher3 import dbapi2

PRAGMAS = (
    "foreign_keys = ON",
    "legacy_alter_table = OFF",
    "recursive_triggers = ON",  # without it INSERT OR REPLACE slips past the triggers that keep the audit
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "trusted_schema = OFF",
)


def _teach_types() -> None:
    """Give SQLCipher's module the conversions that Django registers with Python's own."""
    for name, parse in (
        ("date", sqlite.parse_date),
        ("time", sqlite.parse_time),
        ("datetime", sqlite.parse_datetime),
        ("timestamp", sqlite.parse_datetime),
    ):
        dbapi2.register_converter(name, sqlite.decoder(parse))
    dbapi2.register_converter("bool", b"1".__eq__)
    dbapi2.register_adapter(decimal.Decimal, str)
    dbapi2.register_adapter(datetime.date, sqlite.adapt_date)
    dbapi2.register_adapter(datetime.datetime, sqlite.adapt_datetime)


_teach_types()


class Cursor(dbapi2.Cursor):
    """A cursor that takes Django's %s and %(name)s placeholders."""

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        return super().execute(self._placeholders(query, params), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        rows: Sequence[Any] = list(param_list)
        return super().executemany(self._placeholders(query, rows[0] if rows else ()), rows)

    def _placeholders(self, query: str, params: Any) -> str:
        names = list(params) if isinstance(params, Mapping) else None
        return sqlite.SQLiteCursorWrapper.convert_query(self, query, param_names=names)


class DatabaseWrapper(sqlite.DatabaseWrapper):
    """A connection to one encrypted file."""

    Database = dbapi2

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = dbapi2.connect(**conn_params)
        key = self.settings_dict["CIPHER_KEY"]
        connection.execute(f"PRAGMA key = \"x'{bytes.fromhex(key).hex()}'\"")
        register_functions(connection)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)
