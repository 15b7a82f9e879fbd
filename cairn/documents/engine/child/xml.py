"""The one place where XML from outside is read: no entities, no definitions, no network, memory never filled."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from io import BytesIO
from typing import Any, TypeVar

from lxml import etree

from cairn.documents.engine import limits
from cairn.documents.engine.refusing import Fault, NotTaken

_DEFINITIONS = ("<!DOCTYPE", "<!ENTITY")
_FORBIDDEN = tuple(word.encode(encoding) for word in _DEFINITIONS for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_SAFELY = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_MOST_NAMES = 4_096  # Word and Excel have a few hundred

Element = Any  # lxml comes without types
What = TypeVar("What")


class ByName(dict[str, What]):
    """What is to be known of an element, by its tag: worked out of its name when first met, and then looked up."""

    def __init__(self, of: Callable[[str], What]) -> None:
        """`of` gets the name without the space it belongs to."""
        super().__init__()
        self._of = of

    def __missing__(self, tag: str) -> What:
        if len(self) >= _MOST_NAMES:
            self.clear()  # a file of ever new names does not fill the memory
        what = self[tag] = self._of(tag.rpartition("}")[2])
        return what


NAMES = ByName(str)


class Part:
    """One part of a file, to be read as often as needed.

    A part of usual length is read into memory once, where the parser's own search is many times as fast as ours. A
    longer one is gone through piece by piece each time, so that no file fills the memory; and so is one in an encoding
    with zeros in its letters, of which the two ways of reading do not take the same ones.
    """

    def __init__(self, content: bytes) -> None:
        """Raises NotTaken for definitions of any kind, and for what is not XML; of a long part, once it is read."""
        self._content = content
        usual = len(content) <= limits.MOST_AT_ONCE and b"\0" not in content
        self._root = _whole(content) if usual else None

    def let_go(self) -> None:
        """Give the memory back; what was read of it may hold on to none of its elements."""
        self._content, self._root = b"", None

    def elements(self, names: Collection[str]) -> Iterator[Element]:
        """Every element of these names when it ends, those inside it before it. Raises NotTaken as `elements` does."""
        if self._root is None:
            return (element for element in elements(self._content) if NAMES[element.tag] in names)
        wanted = anywhere(names)
        if next(self._root.iter(*wanted), None) is None:
            return iter(())  # the usual answer where it is asked what must not be there, and a quick one
        return (element for _event, element in etree.iterwalk(self._root, ("end",), wanted))

    def branches(self, names: Collection[str]) -> Iterator[Element]:
        """Every element of these names that stands in no other of them, whole. Raises NotTaken as `elements` does."""
        return branches(self._content, names) if self._root is None else _outermost((self._root,), names)


def anywhere(names: Iterable[str]) -> tuple[str, ...]:
    """These names as the parser is asked for them, whatever space they belong to."""
    return tuple(f"{{*}}{name}" for name in names)


def _whole(content: bytes) -> Element:
    _no_marks(content)
    try:
        root = etree.fromstring(content, etree.XMLParser(**_SAFELY))
    except etree.XMLSyntaxError as wrong:
        raise NotTaken(Fault.DAMAGED) from wrong
    _no_definitions(root)
    return root


def _outermost(elements: Iterable[Element], names: Collection[str]) -> Iterator[Element]:
    for element in elements:
        if NAMES[element.tag] in names:
            yield element
        else:
            yield from _outermost(element, names)


def elements(content: bytes) -> Iterator[Element]:
    """Every element when it ends, once; what was read of it is then let go.

    Raises NotTaken for definitions of any kind, and for what is not XML.
    """
    reading = _reading(content, ("end",))
    try:
        for _event, element in reading:
            yield element
            _let_go(element)
    except etree.XMLSyntaxError as wrong:
        raise NotTaken(Fault.DAMAGED) from wrong
    _no_definitions(reading.root)


def branches(content: bytes, names: Collection[str]) -> Iterator[Element]:
    """Every element of these names that stands in no other of them, whole; then it is let go.

    Raises NotTaken as `elements` does.
    """
    reading, depth = _reading(content, ("start", "end")), 0
    try:
        for event, element in reading:
            named = NAMES[element.tag] in names
            if event == "start":
                depth += named
                continue
            depth -= named
            if not depth:
                if named:
                    yield element
                _let_go(element)
    except etree.XMLSyntaxError as wrong:
        raise NotTaken(Fault.DAMAGED) from wrong
    _no_definitions(reading.root)


def _reading(content: bytes, events: tuple[str, ...]) -> Element:
    _no_marks(content)
    return etree.iterparse(BytesIO(content), events=events, **_SAFELY)


def _no_marks(content: bytes) -> None:
    wide = b"\0" in content  # without a zero anywhere, only the marks without one can be there
    if any(mark in content for mark in _FORBIDDEN if wide or b"\0" not in mark):
        raise NotTaken(Fault.ENTITIES)


def _no_definitions(root: Element) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotTaken(Fault.ENTITIES)


def plain(element: Element) -> str:
    """The name of an element without the space it belongs to."""
    return NAMES[element.tag]


def _let_go(element: Element) -> None:
    """Free the element and what stood before it; its parent still knows that it had children."""
    parent = element.getparent()
    if parent is None:
        return
    element.clear()
    while element.getprevious() is not None:
        del parent[0]
