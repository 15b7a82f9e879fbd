"""Addresses of the actions of a case."""

from django.urls import path

from cairn.actions import views

ALL = "<str:case_key>/actions/"
ONE = f"{ALL}<str:key>/"

urlpatterns = [
    path(ALL, views.actions, name="case_actions"),
    path(f"{ALL}set/", views.set_action, name="case_set_action"),
    path(ONE, views.one_action, name="case_action"),
    path(f"{ONE}progress/", views.report_progress, name="case_report_progress"),
    path(f"{ONE}done/", views.say_action_done, name="case_say_action_done"),
    path(f"{ONE}verify/", views.verify_action, name="case_verify_action"),
    path(f"{ONE}send-back/", views.send_action_back, name="case_send_action_back"),
    path(f"{ONE}drop/", views.drop_action, name="case_drop_action"),
]
