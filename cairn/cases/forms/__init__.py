"""Forms of a case, by noun: shape only, no rules."""
