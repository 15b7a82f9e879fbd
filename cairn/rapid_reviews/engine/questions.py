"""What an agency is asked, read from `questions.yaml`: sections, questions, and what an answer needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cairn.guidance import yaml_files
from cairn.guidance.refusals import FaultyFile

FILE = Path(__file__).parent / "questions.yaml"
KINDS = ("words", "answered", "yes_no", "key_events")
GIVEN, NONE, NOT_KNOWN, NOT_ASKED, YES, NO = "given", "none", "not_known", "not_asked", "yes", "no"
HOW = {"words": (), "answered": (GIVEN, NONE, NOT_KNOWN, NOT_ASKED), "yes_no": (YES, NO), "key_events": ()}
SAID = {NONE: "None", NOT_KNOWN: "Not known", NOT_ASKED: "Not asked", YES: "Yes", NO: "No"}
LONGEST = 8000  # characters of one answer


@dataclass(frozen=True)
class Question:
    """One question. Its id is kept for ever, because answers are stored under it."""

    id: str
    text: str
    kind: str
    needed: bool
    help: str
    source: str
    asked: bool


@dataclass(frozen=True)
class Section:
    """One page of the return."""

    id: str
    title: str
    intro: str
    questions: tuple[Question, ...]

    @property
    def holds_events(self) -> bool:
        """Whether this page is the table of key events."""
        return any(question.kind == "key_events" for question in self.questions)


@dataclass(frozen=True)
class Given:
    """One answer as typed: `how` from the list of its kind, and words."""

    how: str = ""
    words: str = ""

    @property
    def says_something(self) -> bool:
        """Whether anything was chosen or written."""
        return bool(self.how or self.words)


@lru_cache(maxsize=1)
def sections() -> tuple[Section, ...]:
    """The sections in the order of the pages."""
    return load(FILE)


def section(name: str) -> Section | None:
    """One section by its id."""
    return next((each for each in sections() if each.id == name), None)


def every_question() -> dict[str, Question]:
    """All questions, those no longer asked too, by id."""
    return {question.id: question for each in sections() for question in each.questions}


def load(path: Path) -> tuple[Section, ...]:
    """The sections of a file. Raises FaultyFile for anything unknown, missing or doubled."""
    content = yaml_files.entry(yaml_files.read(path), where=path.name, required=("id", "title", "source", "sections"))
    found = tuple(_section(row, path.name) for row in yaml_files.entries(content["sections"], where=path.name))
    yaml_files.once((each.id for each in found), where=path.name)
    yaml_files.once((question.id for each in found for question in each.questions), where=path.name)
    return found


def _section(row: object, where: str) -> Section:
    content = yaml_files.entry(row, where=where, required=("id", "title", "intro", "questions"))
    here = f"{where}, {content['id']}"
    name, title, intro = (yaml_files.text(content[part], where=here) for part in ("id", "title", "intro"))
    return Section(
        name,
        title,
        intro,
        tuple(_question(each, here) for each in yaml_files.entries(content["questions"], where=here)),
    )


def _question(row: object, where: str) -> Question:
    required = ("id", "text", "kind", "needed", "source")
    content = yaml_files.entry(row, where=where, required=required, optional=("help", "asked"))
    here = f"{where}, {content['id']}"
    return Question(
        id=yaml_files.text(content["id"], where=here),
        text=yaml_files.text(content["text"], where=here),
        kind=yaml_files.choice(content["kind"], KINDS, where=here),
        needed=_yes_or_no(content["needed"], here),
        help=yaml_files.text(content["help"], where=here) if "help" in content else "",
        source=yaml_files.text(content["source"], where=here),
        asked=_yes_or_no(content.get("asked", True), here),
    )


def _yes_or_no(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise FaultyFile(f"{where}: expected yes or no, found {value!r}")
    return value


def lacks(question: Question, given: Given, key_events: int) -> str:
    """What is missing before this question counts as answered, as a sentence; blank if nothing is."""
    if not question.asked:
        return ""
    if question.kind == "key_events":
        return "" if key_events or given.how == NONE else "Add the key events, or say that there are none."
    if not given.says_something:
        return "This is not answered yet." if question.needed else ""
    if HOW[question.kind] and not given.how:
        return "Choose how it was answered."
    if given.how in {NONE, NOT_KNOWN, NOT_ASKED} and given.words:
        return "You chose that nothing is given, but wrote something. Change one or the other."
    if given.how == GIVEN and not given.words:
        return "Write what is known."
    return ""


def in_words(given: Given) -> str:
    """An answer as a reader sees it."""
    said = SAID.get(given.how, "")
    return f"{said}. {given.words}" if said and given.words else said or given.words or "No answer"
