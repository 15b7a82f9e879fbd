"""Every action named once, the roles, and the matrix: the file a governance lead signs. Plain Python."""
