from django.apps import AppConfig


class FindingsConfig(AppConfig):
    name = "cairn.findings"
    label = "findings"
