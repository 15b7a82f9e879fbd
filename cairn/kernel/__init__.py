"""Plain Python that everything stands on.

Verdicts, workflows as tables, announcements, handling classes, the machine's clock.
"""
