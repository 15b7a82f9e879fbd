"""Where the sign-in library counts tries: a table that every process sees, whose values are JSON.

Django's own cache in the database keeps pickles, which run code when they are read: whoever could write to that table
would have the server. Nothing here is thinned out for room, which would forget tries; what has ended goes once a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction
from django.db.models import QuerySet

from cairn.kernel import clock
from cairn.partnership.models import Try


class Tries(BaseCache):
    """As much of Django's cache as a count needs. A value never lasts for good."""

    def __init__(self, _location: str, params: Mapping[str, Any]) -> None:
        super().__init__(dict(params))

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value unless one is there that has not ended; says whether it was kept."""
        name, ends_at = self.make_and_validate_key(key, version), self._end(timeout)
        with transaction.atomic():
            Try.unscoped.filter(name=name, ends_at__lte=clock.now()).delete()
            _, made = Try.unscoped.get_or_create(name=name, defaults={"value": value, "ends_at": ends_at})
        return made

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value that has not ended, or the default."""
        found = self._live(key, version).values_list("value", flat=True).first()
        return default if found is None else found

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep a value in place of what is there."""
        name, ends_at = self.make_and_validate_key(key, version), self._end(timeout)
        Try.unscoped.update_or_create(name=name, defaults={"value": value, "ends_at": ends_at})

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Let a value last from now on; says whether there was one."""
        return self._live(key, version).update(ends_at=self._end(timeout)) == 1

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a value; says whether there was one."""
        removed, _ = Try.unscoped.filter(name=self.make_and_validate_key(key, version)).delete()
        return removed == 1

    def clear(self) -> None:
        """Forget everything."""
        Try.unscoped.all().delete()

    def _live(self, key: Any, version: int | None) -> QuerySet[Try]:
        return Try.unscoped.filter(name=self.make_and_validate_key(key, version), ends_at__gt=clock.now())

    def _end(self, timeout: Any) -> datetime:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        if seconds is None:
            raise ValueError("A count at the door ends some time.")
        return clock.now() + timedelta(seconds=seconds)


def forget_ended(moment: datetime) -> int:
    """Remove what ended by this moment of the machine's time; says how many."""
    removed, _ = Try.unscoped.filter(ends_at__lte=moment).delete()
    return removed
