from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    name = "cairn.partnership"
    label = "partnership"
