"""Addresses of a case's pages. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.cases.views import access, agencies, case, history, owed, people, places

ONE = "<str:case_key>/"

urlpatterns = [
    path("open/", case.open_case, name="open_case"),
    path(f"{ONE}close/", case.close_case, name="case_close"),
    path(f"{ONE}names/", case.show_names, name="case_show_names"),
    path(f"{ONE}people/", people.people, name="case_people"),
    path(f"{ONE}people/add/", people.add_person, name="case_add_person"),
    path(f"{ONE}people/<str:key>/", people.person, name="case_person"),
    path(f"{ONE}people/<str:key>/change/", people.change_person, name="case_change_person"),
    path(f"{ONE}people/<str:key>/identity/", people.identity, name="case_identity"),
    path(f"{ONE}people/<str:key>/other-name/", people.add_alias, name="case_add_alias"),
    path(f"{ONE}people/<str:key>/facts/<slug:fact>/", people.answer_fact, name="case_answer_fact"),
    path(f"{ONE}families/add/", people.add_family, name="case_add_family"),
    path(f"{ONE}places/", places.places, name="case_places"),
    path(f"{ONE}places/add/", places.add_place, name="case_add_place"),
    path(f"{ONE}places/<str:key>/address/", places.address, name="case_address"),
    path(f"{ONE}places/<str:key>/other-name/", places.add_place_alias, name="case_add_place_alias"),
    path(f"{ONE}agencies/", agencies.agencies, name="case_agencies"),
    path(f"{ONE}agencies/add/", agencies.involve_agency, name="case_involve_agency"),
    path(f"{ONE}agencies/<str:key>/", agencies.change_agency, name="case_change_agency"),
    path(f"{ONE}access/", access.access, name="case_access"),
    path(f"{ONE}access/seat/", access.give_to_seat, name="case_give_to_seat"),
    path(f"{ONE}access/person/", access.give_to_person, name="case_give_to_person"),
    path(f"{ONE}access/<str:key>/end/", access.end_access, name="case_end_access"),
    path(f"{ONE}conflicts/", access.conflicts, name="case_conflicts"),
    path(f"{ONE}conflicts/declare/", access.declare_conflict, name="case_declare_conflict"),
    path(f"{ONE}conflicts/declare-anothers/", access.declare_anothers, name="case_declare_anothers"),
    path(f"{ONE}conflicts/<str:key>/agree/", access.agree_to_lift, name="case_agree_to_lift"),
    path(f"{ONE}conflicts/<str:key>/lift/", access.lift_conflict, name="case_lift_conflict"),
    path(f"{ONE}clocks/", owed.clocks, name="case_clocks"),
    path(f"{ONE}clocks/start/", owed.start_clock, name="case_start_clock"),
    path(f"{ONE}clocks/<str:key>/", owed.one_clock, name="case_clock"),
    path(f"{ONE}clocks/<str:key>/correct/", owed.correct_trigger, name="case_correct_trigger"),
    path(f"{ONE}clocks/<str:key>/met/", owed.meet_clock, name="case_meet_clock"),
    path(f"{ONE}clocks/<str:key>/end/", owed.end_clock, name="case_end_clock"),
    path(f"{ONE}history/", history.history, name="case_history"),
    path(f"{ONE}history/export/", history.export_history, name="case_export_history"),
    path(f"{ONE}duties/", owed.duties, name="case_duties"),
    path(f"{ONE}duties/add/", owed.set_duty, name="case_set_duty"),
    path(f"{ONE}duties/<str:key>/done/", owed.do_duty, name="case_do_duty"),
    path(f"{ONE}duties/<str:key>/hand-over/", owed.hand_over_duty, name="case_hand_over_duty"),
    path(f"{ONE}duties/<str:key>/waive/", owed.waive_duty, name="case_waive_duty"),
]
