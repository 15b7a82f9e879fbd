from importlib import import_module

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "cairn.config"
    label = "config"

    def ready(self) -> None:
        """Register the checks and the schedule, once every app is loaded."""
        for module in ("checks", "schedule"):
            import_module(f"cairn.config.{module}")
