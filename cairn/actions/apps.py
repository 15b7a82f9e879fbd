from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "cairn.actions"
    label = "actions"
