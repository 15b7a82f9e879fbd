"""Addresses of a chronology. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.chronology.views import entries

ENTRIES = "<str:case_key>/chronology/entries/"

urlpatterns = [
    path(f"{ENTRIES}<str:key>/", entries.entry, name="chronology_entry"),
    path(f"{ENTRIES}<str:key>/comment/", entries.comment, name="chronology_comment"),
    path("<str:case_key>/chronology/comments/<str:key>/withdraw/", entries.withdraw, name="chronology_withdraw"),
]
