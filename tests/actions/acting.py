"""Actions set and moved by the people of the world, for the tests of this app."""

from datetime import date, timedelta

from cairn.actions import commands

TODAY = date(2026, 8, 14)
WEEK = timedelta(7)


def set_action(world, case, *, who="officer", agency="TRUST", seat=None, **facts):
    """An action of the trust, due in a week, with whatever is told otherwise."""
    told = {
        "what": "Remind staff how a skeletal survey is asked for",
        "why": "Injuries of babies are found in time.",
        "origin": "immediate_learning",
        "due_on": TODAY + WEEK,
        **facts,
    }
    held = world.seat(seat) if seat else None
    return commands.set_action(case, agency=world.agency(agency), seat=held, **told, by=world.actor(who), at=world.at)


def say_done(world, action, who="author", on=TODAY, evidence="The bulletin of 14 August."):
    return commands.say_action_done(action, done_on=on, evidence=evidence, by=world.actor(who), at=world.at)


def verify(world, action, who="chair", words="The bulletin was read out at the team meeting."):
    return commands.verify_action(action, words=words, by=world.actor(who), at=world.at)
