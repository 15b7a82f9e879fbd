"""The rapid review of one case: agencies asked, what each sent in, and whether the children are safe meanwhile."""
