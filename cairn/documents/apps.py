from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "cairn.documents"
    default_auto_field = "django.db.models.BigAutoField"
