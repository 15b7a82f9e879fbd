from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PartnershipConfig(AppConfig):
    name = "cairn.partnership"
    label = "partnership"

    def ready(self) -> None:
        autodiscover_modules("jobs")  # each app registers its daily jobs; this one need not know which apps there are
