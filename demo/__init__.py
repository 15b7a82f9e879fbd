"""Builds a whole fictional partnership by calling commands."""
