"""Addresses of the front of house."""

from django.urls import path

from cairn.desk.views import (
    access,
    case,
    criteria,
    events,
    feed,
    guide,
    home,
    rulebook,
    search,
    working_days,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("owed/", home.whole_list, name="owed_list"),
    path("search/", search.search, name="search"),
    path("cases/<str:case_key>/", case.case, name="case"),
    path("access/", access.index, name="access"),
    path("access/person/", access.person, name="access_person"),
    path("access/role/", access.role, name="access_role"),
    path("access/record/", access.record, name="access_record"),
    path("access/rule/", access.rule, name="access_rule"),
    path("rulebook/", rulebook.index, name="rulebook"),
    path("rulebook/try-a-date/", working_days.try_a_date, name="try_a_date"),
    path("rulebook/working-days/", working_days.bank_holidays, name="working_days"),
    path("rulebook/criteria/", criteria.criteria, name="criteria"),
    path("rulebook/checklists/<str:name>/", criteria.checklist, name="checklist"),
    path("rulebook/vocabularies/<str:name>/", criteria.vocabulary, name="vocabulary"),
    path("rulebook/editions/<str:name>/", rulebook.one_edition, name="rulebook_edition"),
    path("rulebook/duties/<str:name>/", rulebook.one_duty, name="rulebook_duty"),
    path("events/", events.events, name="events"),
    path("events/export/", events.export, name="events_export"),
    path("feed/<str:token>.ics", feed.feed, name="calendar_feed"),
    path("help/", guide.guide, name="help"),
]
