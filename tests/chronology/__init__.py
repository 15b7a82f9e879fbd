"""Tests of the chronology."""
