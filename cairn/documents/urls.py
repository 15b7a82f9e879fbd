"""Addresses of files. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.documents.views import files
from cairn.documents.views import letters as pages

ONE = "<str:case_key>/files/"

urlpatterns = [
    path(ONE, files.files, name="case_files"),
    path(f"{ONE}add/", files.put_file, name="case_put_file"),
    path(f"{ONE}<str:key>/", files.one_file, name="case_file"),
]

letters = [
    path("", pages.letters, name="letters"),
    path("<slug:kind>/", pages.letter, name="letter"),
    path("<slug:kind>/upload/", pages.upload_letter, name="upload_letter"),
    path("<slug:kind>/<int:version>/", pages.letter_version, name="letter_version"),
    path("<slug:kind>/<int:version>/example/", pages.letter_example, name="letter_example"),
]
