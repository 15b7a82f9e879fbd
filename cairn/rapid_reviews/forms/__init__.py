"""Questions asked of people in a rapid review, by noun. Shape only."""
