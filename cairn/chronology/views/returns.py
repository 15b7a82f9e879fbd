"""The chronology of one agency: what is asked, what was read in, what is to be put right, and its versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse

from cairn.cases.views.inside import READS, Inside, in_case
from cairn.chronology import policy
from cairn.chronology.queries import asking, returns
from cairn.chronology.views.acting import act, links, words_for
from cairn.look import answers
from cairn.look.parts import Cell, Link, Row, day_in_words, weekday_in_words
from cairn.partnership.clock import day_of

FAULTS = ("Where", "What is there", "What is wrong with it", "How to mend it")
DIFFERENCES = ("Row", "When", "Columns", "Before", "Now")
KINDS = {"changed": "Changed", "added": "Added", "withdrawn": "Withdrawn"}


@in_case(*READS)
def one_return(inside: Inside, key: str) -> HttpResponse:
    actor = inside.request.actor
    found = asking.one_request(actor, inside.case, key, inside.at, inside.rights)
    if found is None:
        return answers.absent()
    seen = returns.versions(inside.rights, found)
    version = _chosen(inside, seen)
    words = words_for(inside)
    rows = returns.rows_of(version, _page(inside)) if version else None
    shown = {
        "found": found,
        "own": found.agency_id in actor.agency_ids,
        "facts": _facts(inside, found, version),
        "version": version,
        "versions": [_version(inside, found, each, each is version) for each in seen] if len(seen) > 1 else [],
        "acts": acts(inside, found),
        "columns": FAULTS,
        "faults": faults_of(inside, found, version),
        "page": rows,
        "rows": [returns.text_row(text, words) for text in rows] if rows else [],
        "differing": DIFFERENCES,
        "differences": _differences(seen, version, words),
        "counts": _counts(version),
    }
    return inside.page("chronology/return.html", shown, read="read_chronology_return", about=found)


def _chosen(inside: Inside, seen: list[returns.OneVersion]) -> returns.OneVersion | None:
    """The version asked for in the address; the last one without."""
    asked = inside.request.GET.get("version", "")
    named = [each for each in seen if str(each.number) == asked]
    return (named or seen)[-1] if seen else None


def _page(inside: Inside) -> int:
    page = inside.request.GET.get("page", "")
    return int(page) if page.isascii() and page.isdecimal() and len(page) < 6 else 1


def _facts(inside: Inside, found: asking.OneRequest, version: returns.OneVersion | None) -> list[Row]:
    facts = [
        Row("Asked on", day_in_words(day_of(found.asked_at))),
        Row("Due", weekday_in_words(found.due_on)),
        Row("How it stands", found.state.label),
        Row("What is asked", "Scope, columns and the empty chronology", [_guide(inside)]),
    ]
    if found.nil_at and not version:
        facts += [Row("What was searched", found.nil_searched), Row("Confirmed by", found.nil_confirmed_by)]
    if version:
        facts += _facts_of(inside, version)
    return facts


def _guide(inside: Inside) -> Link:
    return Link("Open", inside.url("chronology_guide"), hidden="what agencies are asked")


def _facts_of(inside: Inside, version: returns.OneVersion) -> list[Row]:
    names = inside.rights.can("read_identity", inside.case, names_shown=inside.names_shown)
    held = version.files.select_related("file") if names else []  # a file holds names as they were written
    files = [
        Link(
            f"File {each.number}{f', {each.department}' if each.department else ''}",
            inside.url("case_file", each.file.key),
        )
        for each in held
    ]
    facts = [Row("Version", f"{version.number}, read in on {day_in_words(day_of(version.read_at))}", files)]
    if version.why:
        facts.append(Row("What was corrected", version.why))
    if version.received_from:
        facts.append(Row("Came from", f"{version.received_from}: {version.received_how}"))
    if version.sent_at:
        facts.append(Row("Sent in", day_in_words(day_of(version.sent_at))))
    if version.signed_at:
        facts.append(Row("Signed off", f"{version.signed_name}, {day_in_words(day_of(version.signed_at))}"))
    if version.questions:
        facts.append(Row("Sent back with", version.questions))
    return facts


def _version(inside: Inside, found: asking.OneRequest, each: returns.OneVersion, current: bool) -> Link:
    state = "signed off" if each.signed_at else "sent in" if each.sent_at else "not sent"
    href = f"{inside.url('chronology_return', found.key)}?version={each.number}"
    return Link(f"Version {each.number}: {state}, rows: {each.rows}", href, current=current)


def _counts(version: returns.OneVersion | None) -> list[str]:
    """What was read and what was passed over, so that nobody wonders where a row went."""
    if version is None:
        return []
    files = list(version.files.all())
    passed = {
        "blank": sum(each.blank for each in files),
        "headings said again": sum(each.repeated for each in files),
        "above the headings": sum(each.above for each in files),
        "in tables without known headings, not read": sum(each.unread for each in files),
    }
    rest = [f"{count} {name}" for name, count in passed.items() if count]
    return [f"Rows read: {version.rows}.", *([f"Passed over: {', '.join(rest)}."] if rest else [])]


def faults_of(inside: Inside, found: asking.OneRequest, version: returns.OneVersion | None) -> list[tuple[object, ...]]:
    """What is to be put right in a version that she may see, each with the way to its row where she may mend it."""
    if version is None:
        return []
    words = words_for(inside)
    mends = bool(policy.verdict(inside.rights, "put_right", found)) and version.sent_at is None
    return [_fault(inside, found, each, words, mends) for each in returns.faults(version)]


def _fault(
    inside: Inside, found: asking.OneRequest, each: returns.FaultRow, words: Callable[[str], str], mends: bool
) -> tuple[object, ...]:
    where: object = each.where
    if mends and each.text_key:
        where = Cell(each.where, href=inside.url("chronology_put_right", found.key, each.text_key), hidden="put right")
    return where, words(each.found) or "Nothing", words(each.problem), each.mend


def _differences(
    seen: list[returns.OneVersion], version: returns.OneVersion | None, words: Callable[[str], str]
) -> list[tuple[object, ...]]:
    """What the version shown changed of the one sent in before it."""
    before = [each for each in seen if version and each.number < version.number and each.sent_at]
    if version is None or not before:
        return []
    return [
        (KINDS[each.kind], each.when, words(", ".join(each.columns)), words(each.before), words(each.after))
        for each in returns.differences_between(before[-1], version)
    ]


def acts(inside: Inside, found: asking.OneRequest) -> list[Link]:
    """What may be done to this chronology now, by whoever looks at it."""

    def to(name: str) -> str:
        return inside.url(f"chronology_{name}", found.key)

    return links(
        inside,
        found,
        ("take_chronology", "Read in a file", to("take")),
        ("add_chronology_file", "Add the file of another department", to("add_file")),
        ("send_chronology", "Send it in", to("send")),
        ("set_draft_aside", "Set this draft aside", to("set_aside")),
        ("say_nothing_to_tell", "There is nothing to tell", to("nil")),
        ("correct_chronology", "Correct rows here", to("correct")),
        ("record_chronology", "Record a chronology that came by mail", to("record")),
        ("sign_chronology", "Sign it off", to("sign")),
        ("record_chronology_sign_off", "Record a sign-off that came by mail", to("record_sign_off")),
        ("send_chronology_back", "Send it back with questions", to("send_back")),
        ("take_back_request", "Take the request back", to("take_back")),
    )


def on_return(
    inside: Inside,
    key: str,
    name: str,
    form: Callable[[asking.OneRequest], forms.Form],
    do: Callable[[asking.OneRequest, dict[str, Any]], object],
    **said: Any,
) -> HttpResponse:
    """The page of one act on an agency's chronology; not there for whoever may not read it."""
    found = asking.one_request(inside.request.actor, inside.case, key, inside.at, inside.rights)
    if found is None:
        return answers.absent()
    said.setdefault("leads_to", inside.url("chronology_return", found.key))
    return act(inside, name, found, form(found), lambda typed: do(found, typed), about=found.agency.name, **said)
