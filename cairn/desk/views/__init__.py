"""Pages of the front of house."""
