"""The doors to the partnership's rows that everything above uses."""

from cairn.partnership.queries.actors import actor_for, live_at, the_partnership

__all__ = ["actor_for", "live_at", "the_partnership"]
