"""A worked example: what six agencies know of one fictional child, in files as agencies send them, faults and all."""
