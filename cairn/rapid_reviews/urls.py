"""Addresses of a rapid review. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.rapid_reviews.views import asking, checking, lists, panel, report, returns, safety, themes, writing

ASKED = "<str:case_key>/agencies-asked/"
RETURNS = "<str:case_key>/returns/"
ONE = f"{RETURNS}<str:key>/"
SAFETY = "<str:case_key>/safety/"
QUESTIONS = "<str:case_key>/rapid-review/report/questions/"
THEMES = "<str:case_key>/themes/"
PANEL = "<str:case_key>/national-panel/"

urlpatterns = [
    path("<str:case_key>/rapid-review/open/", asking.open_review, name="rapid_review_open"),
    path(ASKED, asking.requests, name="rapid_review_requests"),
    path(f"{ASKED}ask/", asking.ask, name="rapid_review_ask"),
    path(f"{ASKED}remind/", asking.chase, name="rapid_review_chase"),
    path(f"{ASKED}close/", asking.close, name="rapid_review_close"),
    path(f"{ASKED}reopen/", asking.reopen, name="rapid_review_reopen"),
    path(f"{ASKED}<str:key>/letter/", asking.letter, name="rapid_review_letter"),
    path(f"{ASKED}<str:key>/take-back/", asking.withdraw, name="rapid_review_withdraw"),
    path(RETURNS, lists.returns, name="agency_returns"),
    path(f"{RETURNS}key-events/", lists.key_events, name="agency_key_events"),
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
    path("<str:case_key>/rapid-review/report/", report.report, name="rapid_review_report"),
    path("<str:case_key>/rapid-review/report/make/", report.make_report, name="rapid_review_make_report"),
    path("<str:case_key>/rapid-review/report/send/", report.send_report, name="rapid_review_send_report"),
    path(f"{QUESTIONS}<slug:question>/", report.answer_report, name="rapid_review_answer_report"),
    path(THEMES, themes.themes, name="rapid_review_themes"),
    path(f"{THEMES}add/", themes.tag_theme, name="rapid_review_tag_theme"),
    path(f"{THEMES}<str:key>/take-off/", themes.take_theme_off, name="rapid_review_take_theme_off"),
    path(PANEL, panel.panel, name="rapid_review_panel"),
    path(f"{PANEL}letters/add/", panel.record_reply, name="rapid_review_record_reply"),
    path(f"{PANEL}letters/<str:key>/points/add/", panel.set_point, name="rapid_review_set_point"),
    path(f"{PANEL}letters/<str:key>/answer/", panel.answer_panel, name="rapid_review_answer_panel"),
    path(f"{PANEL}points/<str:key>/answer/", panel.answer_point, name="rapid_review_answer_point"),
    path(SAFETY, safety.questions, name="safety_questions"),
    path(f"{SAFETY}ask/", safety.ask, name="safety_ask"),
    path(f"{SAFETY}<str:key>/update/", safety.update, name="safety_update"),
    path(f"{SAFETY}<str:key>/interval/", safety.interval, name="safety_interval"),
    path(f"{SAFETY}<str:key>/close/", safety.close, name="safety_close"),
]
