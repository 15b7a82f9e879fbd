"""The words of an account made alike: agencies have their own words and short forms for the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# What agencies call by different words, as they stand in records; the first is what all of them are taken for.
_ALIKE = (
    ("health visitor", "hv", "health visitors", "health visiting"),
    ("social worker", "sw", "social workers", "social care", "csc", "children's services", "childrens services"),
    ("front door", "mash", "multi agency safeguarding hub"),
    ("surgery", "gp", "gps", "general practitioner", "general practice", "doctor", "practice", "dr"),
    ("hospital", "ward", "hospitals", "general hospital"),
    ("emergency department", "ed", "a e", "accident and emergency", "casualty"),
    ("ambulance", "paramedic", "paramedics", "999"),
    ("police", "officer", "officers", "pc", "constable", "detective", "detectives"),
    ("landlord", "housing officer", "housing", "housing association"),
    ("midwife", "midwives", "midwifery", "maternity"),
    ("paediatrician", "consultant paediatrician", "consultant"),
    ("school", "teacher", "class teacher", "head teacher", "headteacher"),
    ("mother", "mum", "mom", "mummy"),
    ("father", "dad", "daddy"),
    ("grandmother", "mgm", "pgm", "gran", "nan", "grandma"),
    ("baby", "infant", "newborn"),
    ("birth", "born", "delivery"),
    ("pregnant", "pregnancy", "expecting"),
    ("fracture", "fractured", "fractures", "broken bone"),
    ("bruise", "bruises", "bruising", "bruised"),
    ("argument", "arguing", "argued", "dispute", "altercation", "row", "shouting", "shouted", "quarrel"),
    ("money", "finances", "financial"),
    (
        "did not attend",
        "dna",
        "wnb",
        "was not brought",
        "were not brought",
        "not brought",
        "failed to attend",
        "no show",
    ),
    ("did not attend", "did not come", "not attended", "didn't attend", "not attend"),
    ("no answer", "no reply", "no response", "nobody at home", "not at home", "no access", "nobody opened"),
    ("no answer", "without an answer", "without access", "nobody answered", "did not answer", "not in"),
    ("telephone", "telephoned", "phone", "phoned", "rang", "ring", "call", "called", "calls", "t c", "tc"),
    ("told", "informed", "notified", "notice", "notification", "reported", "let know", "advised"),
    ("letter", "wrote", "written", "email", "e mail", "mail"),
    ("meeting", "discussion", "conference"),
    ("section 47", "s47", "s 47"),
    ("section 20", "s20", "s 20"),
    ("visit", "visited", "visiting", "visits", "inspection", "inspected"),
    ("flat", "property", "address", "home"),
    ("attend", "attended", "attending", "attendance", "came", "present"),
    ("seen", "saw", "sighted", "see"),
    ("help", "support", "early help"),
    ("consent", "consented", "permission"),
    ("weigh", "weight", "weighed", "weighs"),
    ("week", "weeks", "weekly"),
    ("appointment", "appointments", "outpatient", "outpatients", "clinic", "outpatient clinic", "hospital appointment"),
    ("medicine", "medication", "medicines", "prescription", "prescribed", "tablets"),
    ("arrears", "rent arrears", "behind with the rent", "behind with rent", "owing"),
    ("accident", "fell", "fall", "fallen", "tripped"),
    ("absent", "absence", "not at school", "missed school", "off school"),
    ("worried", "worry", "worries", "concern", "concerns", "concerned"),
    ("review", "reviewed", "looked at again"),
    ("hurt", "injury", "injuries", "injured"),
    ("drunk", "intoxicated", "under the influence"),
    ("missing", "ran away", "absconded"),
    ("arrest", "arrested", "custody"),
    ("closed", "case closed", "no further action", "nfa"),
)
_COMMON = frozenset(
    """
    a about after again all also an and any are as at back be because been before being but by can could did do does
    during for from further given go going gone got had has have he her him his how i if in into is it its just me more
    most my no nor not of off on once one only or other our out over own re she should so some such than that the their
    them then there these they this those through to too two under up very was we were what when where which while who
    whom why will with would you your said say says saying
    """.split()  # noqa: SIM905
)
_TOKEN = re.compile(r"\d+(?:[.:]\d+)*|[^\W\d_]+(?:\d+|'t\b)?")
_ENDINGS = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s", "e")
_SHORTEST = 3  # letters that are left of a word without its ending


def words_of(text: str) -> frozenset[str]:
    """The words that tell what an account is about, in one form each."""
    return frozenset(_alike(_tokens(text)))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold().replace("’", "'").replace("'s ", " "))


def _alike(tokens: list[str]) -> Iterator[str]:
    """Word by word; where several together have another form, that one."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        found = _phrase(tokens, at) if token in _PHRASES else None
        if found is None:
            if token not in _COMMON and (len(token) > 1 or token.isdigit()):
                yield stem(token)
            at += 1
        else:
            yield found[1]
            at += len(found[0])


def _phrase(tokens: list[str], at: int) -> tuple[list[str], str] | None:
    """The longest form that begins here, and what it is taken for."""
    begun = (each for each in _PHRASES[tokens[at]] if each[0] == tokens[at : at + len(each[0])])
    return next(begun, None)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without the ending that its place in a sentence gives it."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            left = word[: -len(ending)]
            if ending in ("ied", "ies"):
                return f"{left}y"
            return left[:-1] if len(left) > _SHORTEST and left[-1] == left[-2] else left
    return word


def _phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Every form by its first word, the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for form, *others in _ALIKE:
        for words in (form, *others):
            phrase = _tokens(words)
            found.setdefault(phrase[0], []).append((phrase, form.replace(" ", "_")))
    for phrases in found.values():
        phrases.sort(key=lambda each: -len(each[0]))
    return found


_PHRASES = _phrases()
