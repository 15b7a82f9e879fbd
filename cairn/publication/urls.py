"""Addresses of the record of published reviews."""

from django.urls import path

from cairn.publication import views

urlpatterns = [
    path("", views.published_reviews, name="published_reviews"),
    path("add/", views.record_published_review, name="record_published_review"),
    path("<str:key>/", views.published_review, name="published_review"),
    path("<str:key>/correct/", views.correct_published_review, name="correct_published_review"),
]
