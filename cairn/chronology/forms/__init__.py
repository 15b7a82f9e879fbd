"""Forms of chronologies: shape only. Rules live in policies."""
