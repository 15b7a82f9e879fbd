"""The pages of a rapid review, by noun."""
