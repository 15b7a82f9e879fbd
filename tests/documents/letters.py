"""Word files as people make them: a letter with fields, written by the library, and changed part by part."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx

from cairn.documents.engine.papers.package import packed
from tests.documents.papers import parts_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONSHIP = '<Relationship Id="rId99" Type="http://x/relationships/{kind}" Target="{target}"{mode}/></Relationships>'
EXTERNAL = ' TargetMode="External"'


def letter(*paragraphs: str) -> bytes:
    """A letter of these paragraphs."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return saved(made)


def saved(made: docx.document.Document) -> bytes:
    """The bytes of a Word file under way."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def changed(file: bytes, **parts: Callable[[str], str]) -> bytes:
    """The same file with parts of it put through a function; `document` is `word/document.xml`, and so on."""
    held = parts_of(file)
    for short, change in parts.items():
        name = PLACES[short]
        held[name] = change(held.get(name, b"").decode()).encode()
    return packed(held)


PLACES = {
    "document": "word/document.xml",
    "styles": "word/styles.xml",
    "settings": "word/settings.xml",
    "types": "[Content_Types].xml",
    "relations": "word/_rels/document.xml.rels",
    "package_relations": "_rels/.rels",
    "core": "docProps/core.xml",
    "custom": "docProps/custom.xml",
    "footnotes": "word/footnotes.xml",
    "people": "word/people.xml",
    "charts": "word/charts/chart1.xml",
}


def in_place_of(old: str, new: str) -> Callable[[str], str]:
    """A change that must find what it changes."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def related(kind: str, target: str, mode: str = "") -> Callable[[str], str]:
    """A relationship is added."""
    return in_place_of("</Relationships>", RELATIONSHIP.format(kind=kind, target=target, mode=mode))


def in_paragraph(inner: str) -> bytes:
    """A letter with one paragraph of this Word markup."""
    return changed(letter("MARK"), document=in_place_of("<w:r><w:t>MARK</w:t></w:r>", inner))


def runs(*texts: str) -> str:
    """Text that Word has cut into pieces, each with its own look."""
    return "".join(f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)


def said_in(file: bytes) -> list[str]:
    """The paragraphs of the text."""
    return [shown.text for shown in docx.Document(io.BytesIO(file)).paragraphs]
