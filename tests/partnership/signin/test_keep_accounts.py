"""Asking somebody in, sending a new link, taking it back, closing an account: the acts, and every refusal."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.urls import reverse

from cairn.access.actor import MACHINE
from cairn.audit.models import Event
from cairn.kernel.verdict import Refused
from cairn.partnership.commands import accounts, seats
from cairn.partnership.links import full_link, invitation_token
from cairn.partnership.models import Invitation, Message, User
from tests.partnership.signin.door import NEW, PASSWORD, events, invited, link_in, with_app, with_password
from tests.world import AT, EVERYBODY

KEEPERS = ("business_manager", "administrator")
OTHERS = [who for who in EVERYBODY if who not in KEEPERS]


def reasons(act, *args, **facts) -> tuple[str, ...]:
    with pytest.raises(Refused) as no:
        act(*args, **facts)
    return no.value.verdict.sentences


@pytest.mark.parametrize("who", KEEPERS)
def test_somebody_is_asked_in_by_those_who_keep_accounts(world, who):
    by = world.actor(who)
    employer = world.agency("TRUST")
    link = accounts.invite(email=" New@Trust.Example ", name=" Nell New ", employer=employer, by=by, at=AT)
    assert (link.user.email, link.user.name, link.user.employer) == ("new@trust.example", "Nell New", employer)
    assert not link.user.has_usable_password()
    assert (link.invited_by_id, link.expires_at) == (by.user_id, AT + timedelta(days=7))
    event = Event.unscoped.latest("seq")
    assert (event.verb, event.person_key, event.object_key) == ("invite", by.key, link.key)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_asks_anybody_in_and_is_told_why(world, who):
    told = reasons(accounts.invite, email="new@trust.example", name="Nell", by=world.actor(who), at=AT)
    assert told == ("Your role may not invite people and close accounts.",)
    assert not User.unscoped.filter(email="new@trust.example").exists()
    assert events("invite", "refused") == 1


def test_a_name_is_needed_and_an_address_is_used_once(world):
    told = reasons(accounts.invite, email="CHAIR@coldwater.example", name=" ", by=world.actor("administrator"), at=AT)
    assert told == ("Enter the name of the person.", "Somebody with this address has, or had, an account.")


def test_neither_the_outbox_nor_the_tables_hold_what_opens_an_account(world):
    user = invited()
    message, link = Message.unscoped.get(to_user=user), Invitation.unscoped.get(user=user)
    token = invitation_token(link.key)
    assert token in full_link(message.link, user)
    assert token not in f"{vars(message)}{vars(link)}{message.body}"
    assert full_link("/partnership/duties/", user) == "/partnership/duties/"
    assert full_link("password:", None) == "password:"


def test_the_link_is_an_address_of_this_service(world, settings):
    assert full_link("invitation:x", None).startswith("http://localhost:8000/invitation/")


@pytest.mark.parametrize(("days", "status"), [(6.99, 200), (7, 404), (30, 404)])
def test_a_link_opens_for_seven_days(world, days, status):
    person = invited()
    link = link_in(Message.unscoped.get(to_user=person))
    with time_machine.travel(AT + timedelta(days=days), tick=False):
        assert world.client("nobody").get(link).status_code == status


def test_a_link_that_ran_out_while_she_typed_is_refused(world):
    user = invited()
    link = Invitation.unscoped.get(user=user)
    with time_machine.travel(AT + timedelta(days=8), tick=False):
        told = reasons(accounts.accept_invitation, link, password=PASSWORD, by=MACHINE, at=AT)
    assert told == ("This link no longer works. Ask the partnership's office for a new one.",)
    assert events("accept_invitation", "refused") == 1


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [
        ("short", "short", "This password is too short."),
        ("", "", "Enter a password of at least 12 characters."),
        (PASSWORD, NEW, "The two passwords differ."),
        ("password1234", "password1234", "This password is too common."),
        ("ivy nvited ivy", "ivy nvited ivy", "too similar to the name"),
        ("a b" * 50, "a b" * 50, "at most 128 characters"),
    ],
)
def test_a_password_that_is_too_easy_is_refused_with_a_sentence(world, password, again, says):
    user = invited()
    link = link_in(Message.unscoped.get(to_user=user))
    answer = world.client("nobody").post(link, {"password": password, "again": again})
    assert answer.status_code == 400
    assert says in answer.content.decode()
    user.refresh_from_db()
    assert not user.has_usable_password()


def test_a_new_link_lets_somebody_begin_again_with_a_new_password_and_a_new_second_step(world):
    person = with_app()
    person.sign_in()
    accounts.start_recovery(person.user, by=world.actor("administrator"), at=AT)
    assert person.is_in(), "nothing changes until the link is used"
    link = link_in(Message.unscoped.filter(to_user=person.user).latest("pk"))
    world.client("nobody").post(link, {"password": NEW, "again": NEW})
    assert not person.is_in()
    assert not Authenticator.objects.filter(user=person.user).exists()
    assert person.password_step(PASSWORD).status_code == 200
    person.password_step(NEW)
    assert person.client.get(reverse("own_account")).headers["Location"] == reverse("mfa_index")


def test_a_new_link_ends_the_one_before(world):
    user = invited()
    first = link_in(Message.unscoped.get(to_user=user))
    accounts.start_recovery(user, by=world.actor("administrator"), at=AT)
    assert world.client("nobody").get(first).status_code == 404


def test_nobody_sends_herself_a_new_link_or_one_to_a_closed_account(world):
    keeper = world.actor("administrator")
    told = reasons(accounts.start_recovery, world.user("administrator"), by=keeper, at=AT)
    assert told == ("Somebody else has to do this for you, so that two people know of it.",)
    accounts.close_account(world.user("chair"), by=keeper, at=AT)
    assert reasons(accounts.start_recovery, world.user("chair"), by=keeper, at=AT) == ("This account is closed.",)
    told = reasons(accounts.start_recovery, world.user("officer"), by=world.actor("chair"), at=AT)
    assert told == ("Your role may not invite people and close accounts.",)


def test_a_link_is_taken_back_once(world):
    keeper = world.actor("administrator")
    link = Invitation.unscoped.get(user=invited())
    accounts.withdraw_invitation(link, by=keeper, at=AT)
    told = reasons(accounts.withdraw_invitation, link, by=keeper, at=AT)
    assert told == ("The invitation has been withdrawn.",)
    assert (
        world.client("nobody").get(reverse("accept_invitation", args=[invitation_token(link.key)])).status_code == 404
    )


def test_a_link_that_was_used_cannot_be_taken_back(world):
    link = Invitation.unscoped.get(user=with_password().user)
    told = reasons(accounts.withdraw_invitation, link, by=world.actor("administrator"), at=AT)
    assert told == ("The invitation has been accepted.",)


def test_a_closed_account_loses_its_second_steps_and_its_links(world):
    person = with_app()
    accounts.start_recovery(person.user, by=world.actor("administrator"), at=AT)
    accounts.close_account(person.user, by=world.actor("administrator"), at=AT)
    person.user.refresh_from_db()
    assert (person.user.is_active, person.user.closed_at) == (False, AT)
    assert not Authenticator.objects.filter(user=person.user).exists()
    assert not Invitation.unscoped.filter(user=person.user, accepted_at=None, withdrawn_at=None).exists()


def test_nobody_closes_her_own_account_a_closed_one_or_without_the_role(world):
    keeper = world.actor("administrator")
    told = reasons(accounts.close_account, world.user("administrator"), by=keeper, at=AT)
    assert told == ("You cannot close your own account.",)
    told = reasons(accounts.close_account, world.user("officer"), by=world.actor("chair"), at=AT)
    assert told == ("Your role may not invite people and close accounts.",)
    accounts.close_account(world.user("chair"), by=keeper, at=AT)
    assert reasons(accounts.close_account, world.user("chair"), by=keeper, at=AT) == (
        "This account is closed already.",
    )


def test_the_last_one_who_can_appoint_stays(world):
    keeper = world.actor("administrator")
    told = reasons(accounts.close_account, world.user("business_manager"), by=keeper, at=AT)
    assert told == ("Appoint another business manager first; nobody else can appoint.",)
    seats.appoint(
        world.group("office"),
        holder=world.user("no_role"),
        title="Second manager",
        role="business_manager",
        employer=None,
        speaks_for=[],
        starts_at=AT,
        by=world.actor("business_manager"),
        at=AT,
    )
    accounts.close_account(world.user("business_manager"), by=keeper, at=AT)
    assert not world.user("business_manager").is_active


def test_the_first_person_of_a_partnership_is_sent_her_link_by_cairn(world):
    link = accounts.start_recovery(world.user("business_manager"), by=MACHINE, at=AT)
    assert link.invited_by_id is None
    assert "set up an account" in Message.unscoped.latest("pk").body


# Pages


def test_the_list_says_who_has_an_account_and_how_it_stands(world):
    invited()
    accounts.close_account(world.user("leaver"), by=world.actor("administrator"), at=AT)
    page = world.client("administrator").get(reverse("accounts"))
    states = {row[0].text: row[4] for row in page.context["rows"]}
    assert (states["Ivy Nvited"], states["Lea Ver"]) == ("Invited", "Closed")
    assert "Clare Chair" in page.content.decode()


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.parametrize("name", ["accounts", "invite"])
def test_for_others_the_pages_are_not_there(world, who, name):
    answer = world.client(who).get(reverse(name))
    assert answer.status_code == (302 if who == "no_second_factor" else 404)


def test_for_others_an_account_is_not_there_however_it_is_asked_for(world):
    key, client = world.user("officer").key, world.client("chair")
    answers = [client.get(reverse("account", args=[key]))]
    answers += [
        client.post(reverse(name, args=[key])) for name in ("send_link", "withdraw_invitation", "close_account")
    ]
    never = client.get("/there/never/was/such/a/page/")
    assert [(answer.status_code, answer.content) for answer in answers] == [(404, never.content)] * 4


def test_the_page_asks_somebody_in(world):
    client = world.client("business_manager")
    assert client.get(reverse("invite")).status_code == 200
    typed = {"name": "Nell New", "email": "nell@trust.example", "post": "", "employer": world.agency("TRUST").key}
    answer = client.post(reverse("invite"), typed)
    user = User.unscoped.get(email="nell@trust.example")
    assert answer.headers["Location"] == reverse("account", args=[user.key])
    assert user.employer == world.agency("TRUST")
    assert "A link waits to be used until 21 August 2026." in client.get(answer.headers["Location"]).content.decode()


def test_the_page_keeps_what_was_typed_when_it_refuses(world):
    client = world.client("business_manager")
    answer = client.post(reverse("invite"), {"name": "Nell New", "email": "chair@coldwater.example", "employer": ""})
    assert answer.status_code == 400
    assert "Somebody with this address has, or had, an account." in answer.content.decode()
    assert 'value="Nell New"' in answer.content.decode()
    answer = client.post(reverse("invite"), {"name": "Nell New", "email": "no address"})
    assert answer.status_code == 400
    assert "Enter the address the person uses at work" in answer.content.decode()


def test_the_page_of_an_account_sends_takes_back_and_closes(world):
    client, user = world.client("administrator"), world.user("officer")
    page = reverse("account", args=[user.key])
    for name in ("send_link", "withdraw_invitation", "withdraw_invitation", "close_account"):
        assert client.post(reverse(name, args=[user.key])).headers["Location"] == page
    assert events("start_recovery") == events("withdraw_invitation") == events("close_account") == 1
    refused = client.post(reverse("close_account", args=[user.key]))
    assert refused.status_code == 409
    assert "This account is closed already." in refused.content.decode()


def test_one_cannot_close_oneself_on_the_page_either(world):
    client, user = world.client("administrator"), world.user("administrator")
    assert client.post(reverse("close_account", args=[user.key])).status_code == 403


def test_no_form_and_no_command_sets_the_password_of_another(world):
    """Every form with a password in it belongs to the person herself: signed in, or by the link she was sent."""
    for who in KEEPERS:
        client = world.client(who)
        pages = [client.get(reverse(name)) for name in ("accounts", "invite")]
        pages.append(client.get(reverse("account", args=[world.user("chair").key])))
        assert [page for page in pages if 'type="password"' in page.content.decode()] == []
    own = world.client("administrator").post(
        reverse("account_change_password"), {"user": world.user("chair").pk, "password1": NEW, "password2": NEW}
    )
    assert own.headers["Location"] == reverse("own_account")
    assert not world.user("chair").has_usable_password()
