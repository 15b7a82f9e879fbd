"""How a page answers when it does not simply show itself."""

import pytest
from django import forms
from django.http import Http404
from django.test import Client, RequestFactory

from cairn.kernel.verdict import ALLOWED, Ground, refuse
from cairn.look import answers


class Decision(forms.Form):
    reasons = forms.CharField()


@pytest.fixture
def request_of_somebody():
    return RequestFactory().post("/decision/")


@pytest.mark.parametrize(
    ("ground", "status"),
    [(Ground.ROLE, 403), (Ground.STATE, 409), (Ground.STALE, 409), (Ground.INPUT, 400)],
)
def test_each_ground_has_its_status(ground, status) -> None:
    assert answers.status_of(refuse("No.", ground)) == status


@pytest.mark.parametrize(
    ("grounds", "status"),
    [
        ((Ground.INPUT, Ground.STATE), 409),
        ((Ground.STATE, Ground.ROLE), 403),
        ((Ground.INPUT, Ground.STALE, Ground.ROLE), 403),
    ],
)
def test_the_weightier_ground_decides(grounds, status) -> None:
    verdict = ALLOWED
    for ground in grounds:
        verdict &= refuse(f"No, because of {ground}.", ground)
    assert answers.status_of(verdict) == status


def test_a_yes_cannot_be_refused() -> None:
    with pytest.raises(ValueError, match="cannot refuse"):
        answers.status_of(ALLOWED)


def test_reasons_stand_beside_the_field_they_are_about() -> None:
    form = Decision({"reasons": "Because."})
    verdict = (
        refuse("Say more.", Ground.INPUT, "reasons") & refuse("It is decided.") & refuse("No such box.", about="x")
    )
    answers.add_reasons(form, verdict)
    assert form.errors == {"reasons": ["Say more."], "__all__": ["It is decided.", "No such box."]}


def test_a_refused_page_keeps_what_was_typed_and_says_why(request_of_somebody) -> None:
    form = Decision({"reasons": "What was typed"})
    verdict = refuse("The decision is already recorded.")
    response = answers.refused(request_of_somebody, "look_tests/decision.html", {"form": form}, verdict)
    page = response.content.decode()
    assert response.status_code == 409
    assert 'value="What was typed"' in page
    assert page.count("The decision is already recorded.") == 1
    assert "<title>Error: Decision – Cairn</title>" in page


def test_a_refused_page_without_a_form_says_why(request_of_somebody) -> None:
    verdict = refuse("Your role does not decide.", Ground.ROLE)
    response = answers.refused(request_of_somebody, "look_tests/plain.html", {}, verdict)
    assert response.status_code == 403
    assert response.content.decode().count("Your role does not decide.") == 1


@pytest.mark.django_db
def test_what_is_not_there_is_the_same_bytes_as_what_never_existed() -> None:
    never = Client().get("/there/never/was/such/a/page/")
    assert never.status_code == 404
    assert never.content == answers.absent().content
    assert answers.page_not_found(RequestFactory().get("/cases/x/"), Http404("Child A")).content == never.content


def test_the_page_of_what_is_not_there_holds_neither_token_nor_form_nor_name() -> None:
    page = answers.absent().content.decode()
    assert [word for word in ("csrf", "<form", "<input", "<script", "<nav") if word in page] == []


@pytest.mark.parametrize(
    ("answer", "status", "heading"),
    [
        (answers.bad_request, 400, "That could not be read"),
        (answers.permission_denied, 403, "You cannot do that"),
        (answers.page_not_found, 404, "There is no page here"),
        (answers.server_error, 500, "Something went wrong on our side"),
        (answers.form_expired, 403, "This form is too old to send"),
    ],
)
def test_each_error_page_says_in_a_sentence_what_happened(answer, status, heading) -> None:
    response = answer(RequestFactory().get("/"))
    assert response.status_code == status
    assert f'<h1 class="govuk-heading-l">{heading}</h1>' in response.content.decode()


@pytest.mark.django_db
def test_an_expired_form_is_answered_by_our_page() -> None:
    response = Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "a"})
    assert response.status_code == 403
    assert "This form is too old to send" in response.content.decode()
