"""A reader keeps filters under a title of her own; nobody else sees them."""

import pytest

from cairn.audit.models import Event
from cairn.cases import policy
from cairn.chronology import commands
from cairn.chronology.models import SavedView
from cairn.chronology.queries.saved import saved_view
from tests.chronology.acting import released, scene, signed
from tests.chronology.whole_pages import events, opened, text, url
from tests.rapid_reviews.acting import refusal
from tests.stories import NAME

SAVE = "chronology_save_view"


@pytest.fixture
def on(world, stories):
    on = scene(world, stories)
    signed(on)
    return on


def keep(on, who="chair", title="Seen", query="seen=yes"):
    return commands.save_view(on.case, title=title, query=query, by=on.by(who), at=on.at)


def test_a_view_is_saved_from_the_page_and_opened_from_it(on):
    client = on.world.client("chair")
    page = opened(on, client, seen="yes", page="1")
    assert f'{url(on, SAVE)}?seen=yes"' in page
    page = text(client.get(url(on, SAVE), {"seen": "yes"}))
    assert "No names: others may see your screen." in page
    answer = client.post(url(on, SAVE), {"title": " Seen ", "query": "seen=yes&page=4&other=1"})
    assert answer["Location"] == f"{url(on)}?seen=yes"
    kept = SavedView.unscoped.get()
    assert (kept.title, kept.query, kept.user.name) == ("Seen", "seen=yes", "Clare Chair")
    page = opened(on, client)
    assert f'<a class="govuk-link" href="{url(on)}?seen=yes">Seen</a>' in page
    assert events(opened(on, client, seen="yes")) == ["Zebedee", "Admitted"]


def test_nobody_else_sees_it_or_forgets_it(on):
    kept = keep(on)
    client = on.world.client("reviewer")
    assert "Your saved views" not in opened(on, client)
    forget = url(on, "chronology_forget_view", kept.key)
    assert client.get(forget).status_code == client.post(forget).status_code == 404
    said = refusal(lambda: commands.forget_view(kept, by=on.by("reviewer"), at=on.at))
    assert said.sentences == ("Only the reader who kept a view forgets it.",)


def test_a_name_in_a_title_is_a_label_to_one_who_does_not_see_names(on):
    kept = keep(on, "reviewer", f"All of {NAME[1]}")
    client = on.world.client("reviewer")
    for page in (opened(on, client), text(client.get(url(on, "chronology_forget_view", kept.key)))):
        assert "All of Child R" in page
        assert NAME[1] not in page


def test_she_forgets_it_and_the_events_stay(on):
    kept = keep(on)
    client = on.world.client("chair")
    forget = url(on, "chronology_forget_view", kept.key)
    assert "Seen" in text(client.get(forget))
    assert client.post(forget)["Location"] == url(on)
    assert not SavedView.unscoped.exists()
    assert {"save_view", "forget_view"} <= set(Event.unscoped.values_list("verb", flat=True))


def test_a_title_is_needed_and_used_once(on):
    keep(on)
    client = on.world.client("chair")
    assert "Give the view a title." in text(client.post(url(on, SAVE), {"query": "seen=yes"}), 400)
    again = {"title": "Seen", "query": "seen=no"}
    assert "You have a view with this title already." in text(client.post(url(on, SAVE), again), 400)
    assert "Give the view a title." in refusal(lambda: keep(on, title=" ")).sentences
    keep(on, "reviewer")


def test_what_is_no_filter_is_not_kept(on):
    client = on.world.client("chair")
    assert client.post(url(on, SAVE), {"title": "T", "query": "agency=nobody"}).status_code == 404
    assert client.get(url(on, SAVE), {"words": NAME[0]}).status_code == 404
    assert not SavedView.unscoped.exists()


def test_without_the_chronology_there_are_no_views(on):
    given = released(on)
    kept = keep(on, "panel_member")
    client = on.world.client("panel_member")
    assert "Your saved views" in opened(on, client)
    commands.recall_chronology(given, reason="The panel changed.", by=on.by("officer"), at=on.at)
    assert client.get(url(on, SAVE)).status_code == 404
    assert client.get(url(on, "chronology_forget_view", kept.key)).status_code == 404
    assert refusal(lambda: keep(on, "panel_member", "Other")).sentences
    assert saved_view(policy.rights(on.by("panel_member"), on.case, on.at), on.case, kept.key) is None
