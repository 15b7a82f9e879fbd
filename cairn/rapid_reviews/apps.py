from django.apps import AppConfig


class RapidReviewsConfig(AppConfig):
    name = "cairn.rapid_reviews"
    label = "rapid_reviews"
