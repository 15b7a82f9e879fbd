"""What is asked on the pages of chronologies. Shape only; rules live in policies and commands."""
