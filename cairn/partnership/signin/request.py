"""A request as it reaches a page."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from cairn.access.actor import Actor
from cairn.partnership.models import Partnership


class Request(HttpRequest):
    """A request that has passed the door: it knows who acts, with which seats, in which partnership."""

    actor: Actor
    at: datetime  # the product's moment at which her rights were read
    partnership: Partnership | None
