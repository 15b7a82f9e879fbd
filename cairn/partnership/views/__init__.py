"""Pages of the partnership, by noun."""
