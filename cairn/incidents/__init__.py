"""What happened, who told the partnership, whether it must be notified, and what was sent."""
