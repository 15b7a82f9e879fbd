"""Forms of the partnership, by noun: shape only, no rules."""
