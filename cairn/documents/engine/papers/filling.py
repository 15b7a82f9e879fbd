"""Filling the partnership's own Word letters: a field is `{{ its_name }}`, and becomes the text put in for it.

There is no template language. A field is a plain name on a fixed list; anything else between braces is refused when
the letter is uploaded, with the words that are wrong. Text is put in once, as text, and never read again: a value that
looks like a field or like markup stays what somebody typed.

Some fields are whole: blocks of a paper stand in their place. Such a field has a paragraph of the text to itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from cairn.documents.engine.papers import placing
from cairn.documents.engine.papers.package import NotALetter, opened, packed, read, texts
from cairn.documents.engine.papers.paper import Block, plain, written

FIELD = re.compile(r"\{\{(.*?)\}\}")
NAME = re.compile(r"[a-z][a-z0-9_]*")
BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
IN_A_FILE = re.compile(rb"\{\{|\}\}|\{%|%\}|%7B%7B", re.IGNORECASE)
SHOWN = 60
Value = str | Sequence[Block]

NOT_A_NAME = "“{found}” is not a field. Between {{{{ and }}}} stands one name from the list and nothing else."
NOT_WHOLE = (
    "A field is not written as a whole: “{found}”. Write {{{{, one name from the list, and }}}} in one paragraph."
)
ELSEWHERE = "There is a field where Cairn cannot fill it: in a link, a drawing or the properties of the file."
NOT_ALONE = "The field “{name}” stands for headings, paragraphs and tables. Give it a paragraph of the text to itself."
UNKNOWN = "There is no field called “{name}”.{nearest}"
NOTHING_TO_PUT_IN = "There is nothing to put in for the field “{name}”."


class NotFilled(NotALetter):
    """A letter cannot be filled: a field it names does not exist, or there is nothing to put in. `name` says which."""

    def __init__(self, sentence: str, name: str) -> None:
        super().__init__(sentence)
        self.name = name


def fields_in(template: bytes, whole: Collection[str] = ()) -> frozenset[str]:
    """The fields a letter names, wherever they stand: text, tables, boxes, head and foot, notes.

    `whole` are the names of those that need a paragraph to themselves. Raises NotALetter for a file that is no letter,
    for anything between braces that is not a plain name, and for a whole field with something beside it.
    """
    return frozenset(name for tree in _trees(opened(template)).values() for name in _names(tree, whole))


def unknown(names: Collection[str], known: Collection[str]) -> list[str]:
    """A sentence for each field that does not exist, with the nearest that does."""
    return [
        UNKNOWN.format(name=name, nearest=f" Did you mean “{near[0]}”?" if near else "")
        for name in sorted(names)
        if name not in known
        for near in [get_close_matches(name, sorted(known), n=1, cutoff=0.6)]
    ]


def fill(template: bytes, values: Mapping[str, Value]) -> bytes:
    """The letter with its fields filled, and without its properties. The same letter and values give the same bytes.

    A value is text, whose line breaks are kept, or the blocks that stand in the place of a whole field. Raises
    NotFilled for a field that is not among the values, or whose value is blank; NotALetter as `fields_in` does.
    """
    parts = opened(template)
    trees = _trees(parts)
    texts_in = {name: value for name, value in values.items() if isinstance(value, str)}
    blocks_in = {name: value for name, value in values.items() if not isinstance(value, str)}
    names = {name for tree in trees.values() for name in _names(tree, blocks_in)}
    for name in sorted(names):
        if name not in values:
            raise NotFilled(unknown([name], list(values))[0], name)
        if not (blocks_in[name] if name in blocks_in else written(texts_in[name])):
            raise NotFilled(NOTHING_TO_PUT_IN.format(name=name), name)
    has_bullets = placing.knows_bullets(parts)
    for part, tree in trees.items():
        for pieces in list(texts(tree)):
            _fill(pieces, texts_in, blocks_in, has_bullets)
        parts[part] = serialize_part_xml(tree)
    if names & blocks_in.keys():
        placing.add_styles(parts)
    return packed(parts)


def _trees(parts: dict[str, bytes]) -> dict[str, Any]:
    """The parts that have text to fill. A field anywhere else is refused, because it would go out as it stands."""
    trees = {}
    for name, content in parts.items():
        tree = read(content) if name.startswith("word/") and name.endswith(".xml") else None
        if tree is not None and next(tree.iter(qn("w:t")), None) is not None:
            trees[name] = tree
        elif name.endswith((".xml", ".rels")) and IN_A_FILE.search(content):
            raise NotALetter(ELSEWHERE)
    return trees


def _names(tree: Any, whole: Collection[str] = ()) -> Iterator[str]:
    """The names of the fields in one part, each checked to be a name; and nothing like a field outside the text."""
    for pieces in texts(tree):
        text = "".join(piece.text or "" for piece in pieces)
        for start, end, name in _found(text):
            if name in whole and not placing.stands_alone(pieces, text, text[start:end]):
                raise NotALetter(NOT_ALONE.format(name=name))
            yield name
    outside = [element.text or "" for element in tree.iter() if not len(element) and element.tag != qn("w:t")]
    outside += [value for element in tree.iter() for value in element.attrib.values()]
    if any(BRACES.search(text) for text in outside):
        raise NotALetter(ELSEWHERE)


def _found(text: str) -> list[tuple[int, int, str]]:
    """Where each field of a paragraph stands, and its name. Raises NotALetter for what is none but looks like one."""
    found, rest = [], text
    for field in FIELD.finditer(text):
        name = field[1].strip()
        if not NAME.fullmatch(name):
            raise NotALetter(NOT_A_NAME.format(found=_short(field[0])))
        found.append((field.start(), field.end(), name))
        rest = rest[: field.start()] + " " * (field.end() - field.start()) + rest[field.end() :]
    if left := BRACES.search(rest):
        raise NotALetter(NOT_WHOLE.format(found=_short(rest[left.start() :])))
    return found


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _fill(
    pieces: list[Any], values: Mapping[str, str], blocks: Mapping[str, Sequence[Block]], has_bullets: bool
) -> None:
    """Put the values in one paragraph. Each stands in the piece where its field began, and looks as that piece does."""
    text = "".join(piece.text or "" for piece in pieces)
    fields, begins = _found(text), 0
    if not fields:
        return
    if fields[0][2] in blocks:
        placing.place(pieces, blocks[fields[0][2]], has_bullets)
        return
    for piece in pieces:
        ends = begins + len(piece.text or "")
        _put(piece, _filled(text, begins, ends, fields, values))
        begins = ends


def _filled(text: str, begins: int, ends: int, fields: list[tuple[int, int, str]], values: Mapping[str, str]) -> str:
    """What one piece of the paragraph says once its share of the fields is filled."""
    said, at = "", begins
    for start, end, name in fields:
        if start >= ends or end <= begins:
            continue
        if start >= begins:
            said += text[at:start] + plain(values[name]).strip()
        at = min(max(end, at), ends)
    return said + text[at:ends]


def _put(piece: Any, said: str) -> None:
    lines = said.split("\n")
    _say(piece, lines[0])
    for line in lines[1:]:
        mark, following = OxmlElement("w:br"), OxmlElement("w:t")
        _say(following, line)
        piece.addnext(mark)
        mark.addnext(following)
        piece = following


def _say(piece: Any, line: str) -> None:
    piece.text = line
    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
