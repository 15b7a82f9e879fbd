"""The pages of an incident, by noun."""
