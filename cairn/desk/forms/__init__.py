"""Questions of the front of house. Shape only."""
