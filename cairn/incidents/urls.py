"""Addresses of an incident's pages. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.incidents.views import accounts, incident, opening

ONE = "<str:case_key>/incident/"

urlpatterns = [
    path("open-incident/", opening.open_incident, name="open_incident"),
    path(ONE, incident.incident, name="incident"),
    path(f"{ONE}begin/", incident.begin, name="incident_begin"),
    path(f"{ONE}who-told/", accounts.who_told, name="incident_who_told"),
    path(f"{ONE}what-happened/", accounts.what_happened, name="incident_what_happened"),
    path(f"{ONE}became-known/", accounts.became_known, name="incident_became_known"),
    path(f"{ONE}where/", accounts.where, name="incident_where"),
    path(f"{ONE}what-else/", accounts.what_else, name="incident_what_else"),
]
