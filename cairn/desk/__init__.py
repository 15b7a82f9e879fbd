"""The front of house: home, tasks, the assembled case page, settings pages. Web only, no tables."""
