"""The words that partnerships and agencies write over the columns of a chronology."""

from __future__ import annotations

import re
from enum import StrEnum


class Column(StrEnum):
    """What a column is for, whatever is written over it."""

    START_DATE = "start_date"
    START_TIME = "start_time"
    END_DATE = "end_date"
    END_TIME = "end_time"
    KNOWN_ON = "known_on"
    SEQUENCE = "sequence"
    SOURCE = "source"
    EVENT = "event"
    PERSONS = "persons"
    SEEN = "seen"
    ACTION = "action"
    EXPECTED = "expected"
    COMMENT = "comment"
    SIGNIFICANCE = "significance"
    THEME = "theme"
    DEPARTMENT = "department"

    @property
    def label(self) -> str:
        """What it is called where a file has no words of its own for it."""
        return LABELS[self]


LABELS = {
    Column.START_DATE: "Start date",
    Column.START_TIME: "Start time",
    Column.END_DATE: "End date",
    Column.END_TIME: "End time",
    Column.KNOWN_ON: "Date it became known",
    Column.SEQUENCE: "Sequence",
    Column.SOURCE: "Source of information",
    Column.EVENT: "Event or contact",
    Column.PERSONS: "Persons concerned",
    Column.SEEN: "Child seen or spoken to",
    Column.ACTION: "Action taken or decision",
    Column.EXPECTED: "Expected practice",
    Column.COMMENT: "Author’s comment",
    Column.SIGNIFICANCE: "Significance",
    Column.THEME: "Theme",
    Column.DEPARTMENT: "Department",
}

# As `plain` leaves them: small letters, single spaces, nothing in brackets.
USUAL_WORDS: dict[Column, tuple[str, ...]] = {
    Column.START_DATE: (
        *("date", "start date", "date start", "date started", "from", "date from", "from date", "start"),
        *("date of event", "event date", "date of contact", "contact date", "date of entry", "entry date"),
        *("date time", "date and time", "date and time of event", "date time of event", "when", "day"),
        *("date of incident", "incident date", "date or period", "dates", "date s", "event start date"),
        *("date of event contact", "date of significant event", "dd mm yyyy", "date dd mm yyyy"),
    ),
    Column.START_TIME: (
        *("time", "start time", "time start", "time started", "time from", "from time", "time of event", "event time"),
        *("time of contact", "contact time", "time of incident", "event start time", "time if known"),
    ),
    Column.END_DATE: (
        *("end date", "date end", "date ended", "to", "date to", "to date", "until", "end", "event end date"),
        *("finish date", "date finished", "end date if different", "date until"),
    ),
    Column.END_TIME: (
        *("end time", "time end", "time ended", "time to", "to time", "finish time", "event end time", "time until"),
    ),
    Column.KNOWN_ON: (
        *("date it became known", "date became known", "date known", "known on", "known since", "became known"),
        *("date first known", "when known", "when it became known", "date known to agency", "date known to the agency"),
        *("date agency became aware", "date the agency became aware", "date agency was aware", "date became aware"),
        *("date of awareness", "date we became aware", "date disclosed", "date of disclosure", "disclosure date"),
        *("disclosed on", "date reported", "reported date", "reported on", "date first reported", "date notified"),
        *("date agency notified", "date informed", "date agency informed", "date information received"),
    ),
    Column.SEQUENCE: ("sequence", "sequence number", "sequence no", "seq", "seq no", "order", "order in day"),
    Column.SOURCE: (
        *("source", "source of information", "information source", "source of info", "source of evidence", "sources"),
        *("source document", "source record", "record source", "source of record", "where recorded", "evidence"),
        *("source of information record", "source document reference", "evidence source", "source and page"),
    ),
    Column.EVENT: (
        *("event", "contact", "event or contact", "event contact", "contact event", "event and contact", "events"),
        *("description", "description of event", "event description", "details", "details of event", "event details"),
        *("significant event", "significant events", "significant event contact", "incident", "what happened"),
        *("details of contact", "details of event contact", "summary of event", "entry", "information", "key event"),
        *("information known at the time", "event contact information", "nature of contact", "narrative", "summary"),
        *("description of event contact", "event incident", "contact or event", "key events", "text"),
    ),
    Column.PERSONS: (
        *("person", "persons", "person concerned", "persons concerned", "person s concerned", "people concerned"),
        *("people", "who", "persons involved", "people involved", "person involved", "person s involved", "subject"),
        *("family member", "family members", "family members involved", "individual", "individuals", "those present"),
        *("child", "child concerned", "name", "names", "subjects", "persons present", "who was involved"),
    ),
    Column.SEEN: (
        *("seen", "seen spoken to", "child seen", "child seen spoken to", "was the child seen", "voice of the child"),
        *("seen or spoken to", "child seen or spoken to", "was the child seen spoken to", "child s voice"),
        *("was the child seen or spoken to", "was the child seen alone", "seen alone", "child seen alone"),
        *("child ren seen", "children seen", "child seen y n", "child s views", "lived experience of the child"),
        *("child s views wishes feelings", "child spoken to", "wishes and feelings", "seen and spoken to"),
    ),
    Column.ACTION: (
        *("action", "actions", "action taken", "actions taken", "decision", "decisions", "action or decision"),
        *("action decision", "decision action", "action taken or decision", "action taken decision", "outcome"),
        *("response", "response or outcome", "outcome action", "action and outcome", "decision made", "outcomes"),
        *("action taken and outcome", "decisions made", "action decision made", "action taken decision made"),
        *("response outcome", "action taken outcome", "agency response", "actions decisions"),
    ),
    Column.EXPECTED: (
        *("expected practice", "practice expected", "expected standard", "expected response", "policy", "procedure"),
        *("what should have happened", "expected actions", "expected action", "standards expected"),
        *("policy or procedure", "expected practice policy", "was practice as expected"),
    ),
    Column.COMMENT: (
        *("comment", "comments", "author s comment", "author comment", "author s comments", "authors comments"),
        *("authors comment", "author comments", "analysis", "commentary", "reviewer s comment", "notes", "remarks"),
        *("analysis comment", "comment analysis", "comments analysis", "author s analysis", "imr author comments"),
    ),
    Column.SIGNIFICANCE: (
        *("significance", "significant", "significance flag", "impact", "impact rating", "rag", "rag rating"),
        *("rating", "importance", "level of significance", "significance to the review"),
    ),
    Column.THEME: (
        *("theme", "themes", "theme tag", "key practice episode", "kpe", "key theme", "key themes", "tag", "tags"),
        *("line of enquiry", "key line of enquiry", "kloe"),
    ),
    Column.DEPARTMENT: ("department", "service", "team", "division", "directorate", "service area", "team service"),
}
_KNOWN = {words: column for column, all_words in USUAL_WORDS.items() for words in all_words}
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_LETTERS = re.compile(r"[\W_]+")


def plain(heading: str) -> str:
    """A heading without capitals, marks and what stands in brackets."""
    return _NOT_LETTERS.sub(" ", without_brackets(heading).casefold()).strip()


def without_brackets(text: str) -> str:
    """A text without what stands in brackets, as directions on how to fill a column do."""
    return _IN_BRACKETS.sub(" ", text)


def known_as(heading: str) -> Column | None:
    """What a column with this heading is for, if the words over it are usual."""
    return _KNOWN.get(plain(heading)) or _KNOWN.get(_NOT_LETTERS.sub(" ", heading.casefold()).strip())
