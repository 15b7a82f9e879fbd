"""The look: GOV.UK and Ministry of Justice components as template tags and form fields. No tables, no rules."""
