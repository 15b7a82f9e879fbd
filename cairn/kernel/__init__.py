"""Plain Python that everything stands on: verdicts, workflows as tables, announcements, handling classes, the machine's clock."""
