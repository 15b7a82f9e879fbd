"""Addresses of files. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.documents.views import files

ONE = "<str:case_key>/files/"

urlpatterns = [
    path(ONE, files.files, name="case_files"),
    path(f"{ONE}add/", files.put_file, name="case_put_file"),
    path(f"{ONE}<str:key>/", files.one_file, name="case_file"),
]
