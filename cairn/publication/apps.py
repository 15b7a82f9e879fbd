from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "cairn.publication"
    label = "publication"
