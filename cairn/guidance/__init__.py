"""Statutory editions, which applies, working days, criteria, checklists, vocabularies.

Plain Python and YAML: no clock, no database.
"""
