"""The people list for one's own computer: who is written how, and by which label, for `cairn combine --people`."""

from __future__ import annotations

from django.http import HttpResponse

from cairn.cases import queries
from cairn.cases.commands import note_read
from cairn.cases.views.inside import ACTS, Act, Inside, frame, in_case
from cairn.look import answers
from cairn.names.people_list import sheet
from cairn.partnership.signin.step_up import step_up

LIST = "cases/people_list.html"


@in_case(*ACTS)
def people_list(inside: Inside) -> HttpResponse:
    if not inside.rights.sees_artefact_of("read_identity"):
        return answers.absent()
    verdict = inside.rights.can("read_identity", inside.case, names_shown=inside.names_shown)
    act = Act("read_identity", "People list for your own computer", "Save the list", inside.url("case_people"), "")
    shown = {"act": act, "form": verdict.allowed, "verdict": verdict}
    if inside.request.method != "POST":
        return inside.page(LIST, shown, read="read_people")
    if not verdict:
        return answers.refused(inside.request, LIST, {**frame(inside), **shown}, verdict)
    return step_up(lambda _request: _sheet(inside))(inside.request)


def _sheet(inside: Inside) -> HttpResponse:
    note_read(inside.case, verb="read_identity", by=inside.request.actor, at=inside.at)
    called = queries.people_list(inside.rights, inside.case, names_shown=inside.names_shown)
    headers = {"Content-Disposition": 'attachment; filename="people.csv"'}
    return HttpResponse(sheet(called), content_type="text/csv; charset=utf-8", headers=headers)
