"""Addresses of the partnership's settings."""

from django.urls import path

from cairn.partnership.views import agencies, area, days, demo_day, duties, groups, outbox, seats

urlpatterns = [
    path("", area.settings, name="partnership"),
    path("details/", area.details, name="partnership_details"),
    path("names/", area.names, name="names"),
    path("names/<slug:term>/", area.name_thing, name="name_thing"),
    path("agencies/", agencies.list_agencies, name="agencies"),
    path("agencies/add/", agencies.open_agency, name="open_agency"),
    path("agencies/<str:key>/", agencies.one_agency, name="agency"),
    path("agencies/<str:key>/change/", agencies.change_agency, name="change_agency"),
    path("agencies/<str:key>/end/", agencies.end_agency, name="end_agency"),
    path("agencies/<str:key>/succeed/", agencies.succeed_agency, name="succeed_agency"),
    path("neighbours/", agencies.list_neighbours, name="neighbours"),
    path("neighbours/add/", agencies.add_neighbour, name="add_neighbour"),
    path("groups/", groups.list_groups, name="groups"),
    path("groups/form/", groups.form_group, name="form_group"),
    path("groups/<str:key>/", groups.one_group, name="group"),
    path("groups/<str:key>/end/", groups.end_group, name="end_group"),
    path("groups/<str:key>/appoint/", groups.appoint, name="appoint"),
    path("seats/<str:key>/", seats.one_seat, name="seat"),
    path("seats/<str:key>/end/", seats.end_seat, name="end_seat"),
    path("seats/<str:key>/deputy/", seats.name_deputy, name="name_deputy"),
    path("deputies/<str:key>/brief/", seats.brief_deputy, name="brief_deputy"),
    path("deputies/<str:key>/end/", seats.end_deputy, name="end_deputy"),
    path("steps/", days.list_steps, name="local_steps"),
    path("steps/reminders/", days.set_reminders, name="set_reminder_days"),
    path("steps/<slug:kind>/", days.set_step, name="set_local_step"),
    path("bank-holidays/", days.list_holidays, name="proclaimed_holidays"),
    path("bank-holidays/record/", days.proclaim_holiday, name="proclaim_holiday"),
    path("bank-holidays/<str:key>/withdraw/", days.withdraw_holiday, name="withdraw_holiday"),
    path("duties/", duties.list_duties, name="partnership_duties"),
    path("duties/<str:key>/", duties.one_duty, name="partnership_duty"),
    path("outbox/", outbox.list_notices, name="outbox"),
    path("outbox/<str:key>/", outbox.one_notice, name="notice"),
    path("day/", demo_day.move_day, name="move_day"),
]
