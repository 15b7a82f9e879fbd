"""Addresses of findings. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.findings.views import grounds, writing

FINDINGS = "<str:case_key>/findings/"
ONE = f"{FINDINGS}<str:key>/"
GROUNDS = "<str:case_key>/finding-grounds/"

urlpatterns = [
    path(FINDINGS, writing.index, name="findings"),
    path(f"{FINDINGS}add/", writing.write, name="finding_write"),
    path(ONE, writing.one, name="finding"),
    path(f"{ONE}change/", writing.change, name="finding_change"),
    path(f"{ONE}withdraw/", writing.withdraw, name="finding_withdraw"),
    path("<str:case_key>/chronology/entries/<str:key>/rest-a-finding/", grounds.rest, name="finding_rest"),
    path(f"{GROUNDS}<str:key>/confirm/", grounds.confirm, name="finding_confirm_ground"),
    path(f"{GROUNDS}<str:key>/drop/", grounds.drop, name="finding_drop_ground"),
]
