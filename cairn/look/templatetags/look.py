"""Every component as a template tag: `{% load look %}`. Each takes explicit arguments and decides nothing."""

from __future__ import annotations

from django import template

from cairn.look.tags import asking, days, finding, saying, showing

register = template.Library()
for part in (days, asking, finding, saying, showing):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
