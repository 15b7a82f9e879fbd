"""Addresses of a rapid review. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.rapid_reviews.views import asking, checking, returns, safety, writing

ASKED = "<str:case_key>/agencies-asked/"
RETURNS = "<str:case_key>/returns/"
ONE = f"{RETURNS}<str:key>/"
SAFETY = "<str:case_key>/safety/"

urlpatterns = [
    path("<str:case_key>/rapid-review/open/", asking.open_review, name="rapid_review_open"),
    path(ASKED, asking.requests, name="rapid_review_requests"),
    path(f"{ASKED}ask/", asking.ask, name="rapid_review_ask"),
    path(f"{ASKED}remind/", asking.chase, name="rapid_review_chase"),
    path(f"{ASKED}close/", asking.close, name="rapid_review_close"),
    path(f"{ASKED}reopen/", asking.reopen, name="rapid_review_reopen"),
    path(f"{ASKED}<str:key>/take-back/", asking.withdraw, name="rapid_review_withdraw"),
    path(RETURNS, returns.returns, name="agency_returns"),
    path(f"{RETURNS}key-events/", returns.key_events, name="agency_key_events"),
    path(ONE, returns.one_return, name="agency_return"),
    path(f"{ONE}known/", returns.known, name="agency_return_known"),
    path(f"{ONE}not-known/", returns.not_known, name="agency_return_not_known"),
    path(f"{ONE}sections/<slug:name>/", writing.section, name="agency_return_section"),
    path(f"{ONE}sections/<slug:name>/save/", writing.save, name="agency_return_save"),
    path(f"{ONE}events/add/", writing.add_event, name="agency_return_add_event"),
    path(f"{ONE}events/<str:event_key>/", writing.change_event, name="agency_return_event"),
    path(f"{ONE}events/<str:event_key>/remove/", writing.remove_event, name="agency_return_remove_event"),
    path(f"{ONE}send/", returns.submit, name="agency_return_submit"),
    path(f"{ONE}upload/", returns.upload, name="agency_return_upload"),
    path(f"{ONE}sent/", returns.thanks, name="agency_return_thanks"),
    path(f"{ONE}correct/", returns.correct, name="agency_return_correct"),
    path(f"{ONE}record/", returns.record_return, name="agency_return_record"),
    path(f"{ONE}sign/", checking.sign, name="agency_return_sign"),
    path(f"{ONE}record-sign-off/", checking.record_sign_off, name="agency_return_record_sign_off"),
    path(f"{ONE}check/", checking.check, name="agency_return_check"),
    path(f"{ONE}send-back/", checking.send_back, name="agency_return_send_back"),
    path(SAFETY, safety.questions, name="safety_questions"),
    path(f"{SAFETY}ask/", safety.ask, name="safety_ask"),
    path(f"{SAFETY}<str:key>/update/", safety.update, name="safety_update"),
    path(f"{SAFETY}<str:key>/interval/", safety.interval, name="safety_interval"),
    path(f"{SAFETY}<str:key>/close/", safety.close, name="safety_close"),
]
