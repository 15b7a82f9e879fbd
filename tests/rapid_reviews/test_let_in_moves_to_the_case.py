"""Who was let in to answer, as the rapid review once kept it, is found with the case after the move."""

from importlib import import_module

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from cairn.cases import queries as cases
from cairn.cases.models import AccessGiven, LetIn
from cairn.partnership.queries import actor_for
from cairn.rapid_reviews.models import Request, SafetyQuestion
from tests.rapid_reviews.acting import ask_more, author_of, commands, scene

MOVE = import_module("cairn.rapid_reviews.migrations.0004_let_in_by_the_case").move
THEN = [("rapid_reviews", "0003_reminders_of_set_days"), ("cases", "0005_let_in_and_released")]
FACTS = ("key", "case_id", "access_id", "asked", "over_at")


def tables_then():
    """The tables as they stood before the move, with the one that has gone since."""
    apps = MigrationLoader(connection).project_state(THEN).apps
    editor = connection.schema_editor()
    editor.deferred_sql = []
    editor.create_model(apps.get_model("rapid_reviews", "LetIn"))
    return apps


def kept_as_then(apps, row):
    request = Request.unscoped.filter(key=row.asked).first()
    question = SafetyQuestion.unscoped.filter(key=row.asked).first()
    facts = {"request_id": request and request.pk, "safety_question_id": question and question.pk}
    old = apps.get_model("rapid_reviews", "LetIn")._base_manager
    old.create(key=row.key, case_id=row.case_id, access_id=row.access_id, over_at=row.over_at, **facts)


def test_everybody_let_in_stays_let_in_for_what_she_was_asked(world, stories):
    on = scene(world, stories)
    user, other = author_of(world, "CSC"), author_of(world, "PH", "Pip Other")
    _, second = ask_more(on, "CSC", "PH")
    commands.withdraw_request(second.answer, reason="A mistake.", by=on.by("officer"), at=world.at)
    facts = {"children": [on.child], "safe_now": "yes", "done": "Placed.", "interval": 7}
    commands.ask_safety(on.case, agency=world.agency("CSC"), **facts, by=on.by("officer"), at=world.at)
    before = list(LetIn.unscoped.order_by("key").values_list(*FACTS))
    assert {AccessGiven.unscoped.get(pk=row[2]).seat.holder for row in before} >= {user, other}
    apps = tables_then()
    for row in LetIn.unscoped.all():
        kept_as_then(apps, row)
    LetIn.unscoped.all().delete()
    MOVE(apps, None)
    assert list(LetIn.unscoped.order_by("key").values_list(*FACTS)) == before
    commands.close_to_returns(on.review, reason="All in.", by=on.by("officer"), at=world.at)
    assert cases.get(actor_for(user, world.at), on.case.key, world.at), "she is still asked about safety"
