"""Findings and what they rest on."""
