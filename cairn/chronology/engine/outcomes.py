"""What a row says came of a contact, told by the words that agencies use: each said, denied, or not spoken of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row


class Said(StrEnum):
    """What a row says of a topic."""

    YES = "yes"
    NO = "no"
    BOTH = "both"
    NOTHING = ""


@dataclass(frozen=True)
class Topic:
    """Something two agencies may tell differently: the words that deny it are taken out before the others are read."""

    label: str
    yes: re.Pattern[str]
    no: re.Pattern[str]

    def said(self, text: str) -> Said:
        """What the text says of it."""
        rest, denials = self.no.subn(" ", text)
        affirmed = self.yes.search(rest) is not None
        if denials:
            return Said.BOTH if affirmed else Said.NO
        return Said.YES if affirmed else Said.NOTHING


def _topic(label: str, yes: str, no: str) -> Topic:
    return Topic(label, re.compile(rf"\b(?:{yes})", re.I), re.compile(rf"\b(?:{no})", re.I))


_NOT = r"(?:not|never|nobody|wasn[’']?t|weren[’']?t|no one)(?: \w+)?"
SEEN = _topic(
    "whether the child was seen",
    r"seen\b|sighted\b",
    rf"{_NOT} (?:seen|sighted)\b|unseen\b|no sight of|(?:unable|failed|attempted) to see|no access",
)
ALONE = _topic(
    "whether the child was seen alone",
    r"(?:seen|spoken to|spoke to \w+|interviewed|met) (?:\w+ )?(?:alone|on (?:his|her|their) own)\b",
    rf"{_NOT} (?:\w+ ){{0,3}}alone\b|not (?:seen|spoken to)\b",
)
OUTCOMES = (
    _topic(
        "whether somebody attended",
        r"attended\b|(?:was|were) brought\b|present at\b|kept (?:the|his|her|their) appointment",
        r"(?:did not|didn[’']?t|failed to|has not|had not|not) (?:\w+ )?attend(?:ed)?\b"
        r"|DNA\b|(?:was|were) not brought|WNB\b|non[- ]attend"
        r"|missed (?:the |an |his |her |their )?appointment|cancelled\b",
    ),
    _topic(
        "whether there was an injury",
        r"bruis|injur|burns?\b|fractur|marks? (?:on|to)\b",
        r"(?:no|without|not) (?:\w+ ){0,2}(?:bruis\w*|injur\w*|marks?|fractur\w*|burns?)\b|uninjured\b",
    ),
    _topic(
        "what was decided",
        r"strategy (?:discussion|meeting)|section 47|s\.? ?47\b"
        r"|(?:assessment|enquiry|enquiries) (?:\w+ )?(?:opened|begun|started|agreed)"
        r"|(?:referral|contact) (?:was )?accepted|threshold (?:was |is )?met\b|progressed\b",
        r"no further action|NFA\b|(?:referral|contact) (?:was )?(?:closed|declined|not accepted|rejected)"
        r"|(?:does|did) not meet (?:the )?threshold|threshold (?:was |is )?not met|no strategy (?:discussion|meeting)",
    ),
    _topic(
        "whether consent was given",
        r"consent(?:ed)? (?:was )?(?:given|obtained)|gave (?:\w+ )?consent|consented\b|agreed to",
        r"(?:refused|declined|withheld|withdrew)(?: \w+){0,2} consent"
        r"|consent (?:was )?(?:refused|not given|declined|withheld)"
        r"|(?:did not|would not|no) consent",
    ),
    _topic(
        "whether a referral was made",
        r"referral (?:was |has been )?(?:made|sent|submitted|completed)|referred to\b|made a referral",
        r"(?:no|not) (?:\w+ ){0,2}referr(?:al|ed)\b|referral (?:was )?not (?:made|sent|submitted)",
    ),
)
_YES = re.compile(r"(?:y|yes|true|both|all)\b", re.I)
_NO = re.compile(r"(?:n|no|not|none|false)\b(?!/)", re.I)
_BY_THEMSELVES = re.compile(r"\b(?:alone|on (?:his|her|their) own)\b", re.I)
_ADULTS = r"(?:mother|mum|father|dad|parents?|partner|grandmother|grandfather|carers?|adults?)"
_OF_ADULTS = re.compile(rf"\b{_ADULTS}(?: \w+)? (?:was |were )?seen\b", re.I)


def told(row: Row) -> str:
    """What the row says of what happened and what was done."""
    return " . ".join(filter(None, (row.event, row.text(Column.ACTION))))


def child_seen(row: Row) -> Said:
    """Whether the child was seen: as the column for it says; where nothing stands there, as the words tell it."""
    answer = row.text(Column.SEEN)
    if not answer:
        return SEEN.said(_OF_ADULTS.sub(" ", told(row)))
    said = SEEN.said(answer)
    if said is not Said.NOTHING:
        return said
    if _NO.match(answer):
        return Said.NO
    return Said.YES if _YES.match(answer) or _BY_THEMSELVES.search(answer) else Said.NOTHING


def child_seen_alone(row: Row) -> Said:
    """Whether the child was seen with nobody else by."""
    if child_seen(row) is Said.NO:
        return Said.NO
    answer = row.text(Column.SEEN)
    said = ALONE.said(f"{answer} . {_OF_ADULTS.sub(' ', told(row))}")
    return Said.YES if said is Said.NOTHING and _BY_THEMSELVES.search(answer) else said


def outcomes(row: Row) -> Mapping[str, Said]:
    """What the row says of every topic it speaks of."""
    text = told(row)
    found = {topic.label: topic.said(text) for topic in OUTCOMES}
    found[SEEN.label], found[ALONE.label] = child_seen(row), child_seen_alone(row)
    return {label: said for label, said in found.items() if said}
