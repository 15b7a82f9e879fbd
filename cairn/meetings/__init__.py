"""Meetings of the partnership's groups: agenda, papers, attendance, interests, minutes by item, hand-over."""
