from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ConfigConfig(AppConfig):
    name = "cairn.config"
    label = "config"

    def ready(self) -> None:
        """Register the checks, the jobs and parts of packs of each app, and the schedule, once every app is loaded."""
        autodiscover_modules("jobs", "papers")
        for module in ("checks", "schedule"):
            import_module(f"cairn.config.{module}")
