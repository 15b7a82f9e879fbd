"""`cairn found --name … --manager-email …`: a real partnership's first start, once for each database.

It opens the office, gives the first business manager an account and sends her the link to set it up; she invites
everybody else. Where no mail server is set, the link is printed on standard output: whoever runs this hands it over.
`cairn found --again` sends her another link, as long as nobody has ever signed in.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction

from cairn.access.actor import MACHINE
from cairn.config.commandline.serve import bring_up_to_date
from cairn.config.commandline.wrong_input import WrongInput, say
from cairn.kernel.verdict import Refused
from cairn.partnership import clock
from cairn.partnership.commands import accounts, area
from cairn.partnership.forms.area import FoundingForm
from cairn.partnership.links import full_link, invitation_mark
from cairn.partnership.queries.accounts import user_at

# The answer of the form -> what the operator types, and what it means.
ASKED = {
    "name": ("--name", "the partnership's name"),
    "short_name": ("--short-name", "what it is called for short"),
    "council_name": ("--council", "the council's name"),
    "email": ("--email", "the address from which the partnership writes"),
    "arrangements_from": ("--arrangements-from", "the day its published arrangements began, such as 2019-09-29"),
    "manager_name": ("--manager-name", "the first business manager's name"),
    "manager_email": ("--manager-email", "her e-mail address at work"),
}


def run(arguments: list[str]) -> int:
    """Found the partnership, then say where the first manager's link is."""
    if arguments == ["--again"]:
        _hand_over(_answered(_link_again))
        return 0
    form = FoundingForm(vars(_parser().parse_args(arguments)))
    if not form.is_valid():
        raise WrongInput("\n".join(f"{ASKED[name][0]}: {faults[0]}" for name, faults in form.errors.items()))
    link = _answered(lambda: _found(form.cleaned_data))
    say(f"{form.cleaned_data['name']} is founded.")
    _hand_over(link)
    return 0


def _answered(do: Callable[[], str]) -> str:
    try:
        bring_up_to_date()
        return do()
    except Refused as no:
        raise WrongInput(" ".join(no.verdict.sentences)) from no
    except DatabaseError as wrong:
        raise WrongInput(
            f"The database does not answer ({type(wrong).__name__}): is it there, and the key its own?"
        ) from wrong


@transaction.atomic
def _found(given: dict[str, Any]) -> str:
    """The partnership and the notice to its first manager, both or neither; the answer is the link in the notice."""
    at = clock.now()
    area.found_partnership(
        name=given["name"],
        short_name=given["short_name"],
        council_name=given["council_name"],
        email=given["email"],
        arrangements_started_on=given["arrangements_from"],
        first=area.FirstPerson(given["manager_name"], given["manager_email"]),
        by=MACHINE,
        at=at,
    )
    manager = user_at(given["manager_email"])
    assert manager is not None
    invitation = accounts.start_recovery(manager, by=MACHINE, at=at)
    return full_link(invitation_mark(invitation.key), manager)


def _link_again() -> str:
    invitation = accounts.send_first_link_again(by=MACHINE, at=clock.now())
    return full_link(invitation_mark(invitation.key), invitation.user)


def _hand_over(link: str) -> None:
    if settings.MAIL_IS_ON:
        say("The first business manager's link waits in the outbox: run cairn worker, which sends it.")
        return
    say("Give this link to the first business manager and to nobody else. It works once, for seven days:")
    sys.stdout.write(f"{link}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cairn found", description="Found a real partnership in an empty database.")
    for name, (flag, meaning) in ASKED.items():
        parser.add_argument(flag, dest=name, required=True, help=meaning)
    parser.epilog = "cairn found --again, and nothing else: another link for the first manager, until anybody came in."
    return parser
