"""Addresses of chronologies. Keys are random; no name is ever part of one."""

from django.urls import path

from cairn.chronology.views import (
    asking,
    entries,
    episodes,
    export,
    guide,
    questions,
    releases,
    returns,
    saved,
    sending,
    table,
)

ASKED = "<str:case_key>/chronologies/"
ONE = f"{ASKED}returns/<str:key>/"
GUIDE = f"{ASKED}guide/"
RELEASES = f"{ASKED}releases/"
WHOLE = "<str:case_key>/chronology/"
ENTRIES = "<str:case_key>/chronology/entries/"
QUESTIONS = "<str:case_key>/chronology/questions/"
EPISODES = "<str:case_key>/chronology/episodes/"

urlpatterns = [
    path(ASKED, asking.requests, name="chronology_requests"),
    path(f"{ASKED}open/", asking.open_chronology, name="chronology_open"),
    path(f"{ASKED}ask/", asking.ask, name="chronology_ask"),
    path(f"{ASKED}remind/", asking.remind, name="chronology_remind"),
    path(f"{ASKED}close/", asking.close, name="chronology_close"),
    path(f"{ASKED}reopen/", asking.reopen, name="chronology_reopen"),
    path(GUIDE, guide.guide, name="chronology_guide"),
    path(f"{GUIDE}empty/<slug:kind>/", guide.empty, name="chronology_empty"),
    path(f"{GUIDE}scope/", guide.scope, name="chronology_scope"),
    path(f"{GUIDE}columns/add/", guide.add_column, name="chronology_add_column"),
    path(f"{GUIDE}columns/<str:number>/", guide.column, name="chronology_column"),
    path(f"{GUIDE}columns/<str:number>/leave-out/", guide.leave_out, name="chronology_leave_out"),
    path(RELEASES, releases.releases, name="chronology_releases"),
    path(f"{RELEASES}add/", releases.release, name="chronology_release"),
    path(f"{RELEASES}<str:key>/recall/", releases.recall, name="chronology_recall"),
    path(ONE, returns.one_return, name="chronology_return"),
    path(f"{ONE}read-in/", sending.take, name="chronology_take"),
    path(f"{ONE}read-in/department/", sending.add_file, name="chronology_add_file"),
    path(f"{ONE}set-aside/", sending.set_aside, name="chronology_set_aside"),
    path(f"{ONE}send/", sending.send, name="chronology_send"),
    path(f"{ONE}nothing/", sending.nil, name="chronology_nil"),
    path(f"{ONE}correct/", sending.correct, name="chronology_correct"),
    path(f"{ONE}record/", sending.record, name="chronology_record"),
    path(f"{ONE}sign/", sending.sign, name="chronology_sign"),
    path(f"{ONE}record-sign-off/", sending.record_sign_off, name="chronology_record_sign_off"),
    path(f"{ONE}send-back/", sending.send_back, name="chronology_send_back"),
    path(f"{ONE}take-back/", asking.take_back, name="chronology_take_back"),
    path(f"{ONE}rows/<str:text_key>/", sending.put_right, name="chronology_put_right"),
    path(WHOLE, table.chronology, name="chronology"),
    path(f"{WHOLE}export/", export.export, name="chronology_export"),
    path(f"{WHOLE}views/save/", saved.save_view, name="chronology_save_view"),
    path(f"{WHOLE}views/<str:key>/forget/", saved.forget_view, name="chronology_forget_view"),
    path(f"{ENTRIES}<str:key>/", entries.entry, name="chronology_entry"),
    path(f"{ENTRIES}<str:key>/comment/", entries.comment, name="chronology_comment"),
    path("<str:case_key>/chronology/comments/<str:key>/withdraw/", entries.withdraw, name="chronology_withdraw"),
    path(f"{ENTRIES}<str:key>/mark/", entries.mark, name="chronology_mark_entry"),
    path("<str:case_key>/chronology/marks/<str:key>/take-off/", entries.take_mark_off, name="chronology_take_mark_off"),
    path(EPISODES, episodes.index, name="chronology_episodes"),
    path(f"{EPISODES}add/", episodes.make, name="chronology_make_episode"),
    path(f"{EPISODES}<str:key>/change/", episodes.change, name="chronology_change_episode"),
    path(f"{EPISODES}<str:key>/entries/", episodes.put_in, name="chronology_put_in_episode"),
    path(QUESTIONS, questions.index, name="chronology_questions"),
    path(f"{QUESTIONS}<slug:slug>/<str:first>/<str:second>/", questions.judge, name="chronology_judge"),
]
