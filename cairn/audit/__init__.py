"""Append-only events in a keyed hash chain, anchored outside the database."""
