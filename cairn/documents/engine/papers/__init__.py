"""Papers: one model, written as Word and as PDF; and the partnership's own letters, filled (ADR 0011)."""
