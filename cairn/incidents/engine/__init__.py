"""Who leads, which facts follow from what is recorded, and the sheet to copy from. Plain Python."""
