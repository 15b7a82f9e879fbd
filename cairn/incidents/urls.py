"""Addresses of an incident's pages. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.incidents.views import accounts, beside, facts, incident, notifying, opening, sending, watching

ONE = "<str:case_key>/incident/"
NOTIFYING = "<str:case_key>/notifying/"

BESIDE = (beside.happened, beside.criteria)  # what this app shows beside a decision; loaded with its addresses

urlpatterns = [
    path("open-incident/", opening.open_incident, name="open_incident"),
    path("notification-order/", sending.arrange_sheet, name="arrange_sheet"),
    path(ONE, incident.incident, name="incident"),
    path(f"{ONE}begin/", incident.begin, name="incident_begin"),
    path(f"{ONE}opened/", opening.opened, name="incident_opened"),
    path(f"{ONE}who-told/", accounts.who_told, name="incident_who_told"),
    path(f"{ONE}what-happened/", accounts.what_happened, name="incident_what_happened"),
    path(f"{ONE}became-known/", accounts.became_known, name="incident_became_known"),
    path(f"{ONE}where/", accounts.where, name="incident_where"),
    path(f"{ONE}what-else/", accounts.what_else, name="incident_what_else"),
    path(f"{ONE}areas/add/", facts.area, name="area_record"),
    path(f"{ONE}areas/<str:key>/end/", facts.end_area, name="area_end"),
    path(f"{ONE}children/<str:key>/", facts.describe_child, name="child_at_incident"),
    path(NOTIFYING, notifying.notifying, name="notifying"),
    path(f"{NOTIFYING}facts/<slug:fact>/", facts.fact, name="fact_record"),
    path(f"{NOTIFYING}children/<str:key>/<slug:fact>/", facts.fact_of_child, name="fact_of_child"),
    path(f"{NOTIFYING}watch/", watching.begin, name="watch_begin"),
    path(f"{NOTIFYING}watch/<str:key>/", watching.found, name="watch_found"),
    path(f"{NOTIFYING}watch/<str:key>/renew/", watching.renew, name="watch_renew"),
    path(f"{NOTIFYING}watch/<str:key>/close/", watching.close, name="watch_close"),
    path(f"{NOTIFYING}watch/<str:key>/reopen/", watching.reopen, name="watch_reopen"),
    path(f"{NOTIFYING}sheet/", sending.sheet, name="notification_sheet"),
    path(f"{NOTIFYING}sent/", sending.record_notification, name="notification_record"),
    path(f"{NOTIFYING}sent/<str:key>/correct/", sending.correct_notification, name="notification_correct"),
    path(f"{NOTIFYING}sent/<str:key>/withdraw/", sending.withdraw_notification, name="notification_withdraw"),
    path(f"{NOTIFYING}notices/add/", sending.record_notice, name="notice_record"),
]
