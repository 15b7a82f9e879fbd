"""`cairn deadlines` and `cairn criteria`: the rules on a laptop, without database or settings."""
