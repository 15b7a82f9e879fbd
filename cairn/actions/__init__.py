"""What somebody must do, whoever asked for it: owner, agreed date, progress, evidence, verification."""
