"""Forms of an incident, by noun: shape only, no rules."""
