"""What the agencies recorded, as one chronology."""
