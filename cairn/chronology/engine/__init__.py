"""Plain Python for chronologies: reading, ordering, finding. No Django, no database."""
