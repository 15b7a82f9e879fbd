"""Key practice episodes: the stretches of practice that matter, each with its entries."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse

from cairn.cases.queries.naming import labels_for
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.chronology import commands, policy
from cairn.chronology.forms.marking import ChangeEpisodeForm, ChosenForm, EpisodeForm, FromDayForm
from cairn.chronology.queries import entries, episodes
from cairn.chronology.views.acting import act, links, sent
from cairn.look import answers
from cairn.look.parts import Cell, Link

PAGE = "chronology_episodes"
COLUMNS = ("When", "After the one before", "Agency", "What happened", "Source of information")


@in_case(*READS)
def index(inside: Inside) -> HttpResponse:
    if not policy.reads_whole(inside.rights):
        return answers.absent()
    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)
    found = episodes.episodes(inside.rights, inside.case, labels)
    make = ("make_episode", "Add an episode", inside.url("chronology_make_episode"))
    shown = {
        "episodes": [(row, [_cells(inside, each) for each in row.entries], _acts(inside, row)) for row in found],
        "columns": COLUMNS,
        "acts": links(inside, inside.case, make),
    }
    return inside.page("chronology/episodes.html", shown, read="read_episodes")


def _cells(inside: Inside, each: episodes.EpisodeEntry) -> tuple[object, ...]:
    told = each.told
    when = Cell(told.when, href=inside.url("chronology_entry", told.entry_key), hidden=f", {told.agency}")
    event = f"{told.event} (withdrawn in version {each.gone_in})" if each.gone_in else told.event
    return (when, each.after, told.agency, event, told.source)


def _acts(inside: Inside, row: episodes.EpisodeRow) -> list[Link]:
    offered = (
        ("put_in_episode", "Add entries", inside.url("chronology_put_in_episode", row.key)),
        ("change_episode", "Change the episode", inside.url("chronology_change_episode", row.key)),
    )
    return links(inside, row.row, *offered)


@in_case(*ACTS)
def make(inside: Inside) -> HttpResponse:
    if not policy.reads_whole(inside.rights):
        return answers.absent()
    return act(
        inside,
        "make_episode",
        inside.case,
        EpisodeForm(sent(inside)),
        lambda typed: commands.make_episode(inside.case, **typed, by=inside.request.actor, at=inside.at),
        title="Add a key practice episode",
        button="Add it",
        leads_to=inside.url(PAGE),
        said="The episode is added. Now add its entries.",
    )


@in_case(*ACTS)
def change(inside: Inside, key: str) -> HttpResponse:
    found = episodes.episode(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()

    def do(typed: dict[str, Any]) -> None:
        typed["version"] = typed["version"] or 0
        commands.change_episode(found, **typed, by=inside.request.actor, at=inside.at)

    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)
    before = {"title": entries.in_labels(found.title, labels), "why": entries.in_labels(found.why, labels)}
    return act(
        inside,
        "change_episode",
        found,
        ChangeEpisodeForm(sent(inside), initial={**before, "version": found.revision}),
        do,
        title="Change the episode",
        button="Save",
        leads_to=inside.url(PAGE),
        said="It is saved.",
        latest=lambda: found.revision,
    )


@in_case(*ACTS)
def put_in(inside: Inside, key: str) -> HttpResponse:
    found = episodes.episode(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()
    asked = inside.request.POST if inside.request.method == "POST" else inside.request.GET
    day, page = _asked(asked.get("day", ""), asked.get("page", ""))
    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)
    rows, more = episodes.to_choose(inside.rights, inside.case, day, page)
    choices = [(text.entry.key, _one_line(entries.account(text, labels))) for text in rows]
    kept = {"day": f"{day:%d/%m/%Y}" if day else "", "page": str(page)}
    more_at = f"?day={kept['day']}&page={page + 1}" if more else ""

    def put(typed: dict[str, Any]) -> None:
        chosen = episodes.chosen(inside.rights, inside.case, typed["entries"])
        commands.put_in_episode(found, entries=chosen, by=inside.request.actor, at=inside.at)

    return act(
        inside,
        "put_in_episode",
        found,
        ChosenForm(sent(inside), entries=choices, initial=kept),
        put,
        title="Add entries to an episode",
        button="Add those chosen",
        leads_to=inside.url(PAGE),
        said="They are part of the episode.",
        about=f"{found.number}. {entries.in_labels(found.title, labels)}",
        template="chronology/choose.html",
        more={"days": FromDayForm(initial={"day": day}), "more_at": more_at, "some": bool(choices)},
        read="read_chronology",
    )


def _asked(day: str, page: str) -> tuple[date | None, int]:
    """From which day, and which page of it: what is not understood is the first."""
    form = FromDayForm({"day": day})
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 1
    return (form.cleaned_data["day"] if form.is_valid() else None), max(number, 1)


def _one_line(told: entries.Account) -> str:
    return f"{told.when}, {told.agency}: {told.event}"
