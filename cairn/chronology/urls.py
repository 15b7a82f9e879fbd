"""Addresses of a chronology. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.chronology.views import export, saved, table

ONE = "<str:case_key>/chronology/"

urlpatterns = [
    path(ONE, table.chronology, name="chronology"),
    path(f"{ONE}export/", export.export, name="chronology_export"),
    path(f"{ONE}views/save/", saved.save_view, name="chronology_save_view"),
    path(f"{ONE}views/<str:key>/forget/", saved.forget_view, name="chronology_forget_view"),
]
