from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "cairn.incidents"
    label = "incidents"
