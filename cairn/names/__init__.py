"""Names as people write them: variants, and how alike two are. Suggestions to judge, never a merge. Plain Python."""
