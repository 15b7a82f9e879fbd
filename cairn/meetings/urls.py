"""Addresses of meetings. Keys are random; nothing in an address tells what is on an agenda."""

from django.urls import path

from cairn.meetings.views import agenda, meetings, of_case, papers, taking_part

ONE = "meetings/<str:meeting_key>/"
ITEM = f"{ONE}items/<str:key>/"

urlpatterns = [
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/call/", meetings.call_meeting, name="call_meeting"),
    path(ONE, meetings.meeting, name="meeting"),
    path(f"{ONE}change/", meetings.change_meeting, name="meeting_change"),
    path(f"{ONE}held/", meetings.hold_meeting, name="meeting_hold"),
    path(f"{ONE}cancel/", meetings.cancel_meeting, name="meeting_cancel"),
    path(f"{ONE}agree/", meetings.agree_minutes, name="meeting_agree"),
    path(f"{ONE}agenda/case/", agenda.put_case, name="meeting_put_case"),
    path(f"{ONE}agenda/other/", agenda.put_other, name="meeting_put_other"),
    path(f"{ONE}attendance/", taking_part.attendance, name="meeting_attendance"),
    path(f"{ONE}interests/declare/", taking_part.declare_interest, name="meeting_interest"),
    path(f"{ONE}pack/<slug:form>/", papers.pack, name="meeting_pack"),
    path(f"{ONE}agenda/", papers.agenda, name="meeting_agenda"),
    path(f"{ONE}minutes/", papers.minutes, name="meeting_minutes"),
    path(ITEM, agenda.item, name="meeting_item"),
    path(f"{ITEM}off/", agenda.take_off, name="meeting_take_off"),
    path(f"{ITEM}papers/add/", agenda.put_paper, name="meeting_paper"),
    path(f"{ITEM}actions/set/", agenda.set_action, name="meeting_set_action"),
    path(f"{ITEM}hand-over/", agenda.hand_over, name="meeting_hand_over"),
    path("cases/<str:case_key>/meetings/", of_case.meetings_of_case, name="case_meetings"),
]
