from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "cairn.look"
    label = "look"
