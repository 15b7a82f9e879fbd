"""Plain Python for a case: what is asked when something is decided. No Django, no database."""
