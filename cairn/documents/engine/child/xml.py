"""The one place where XML from outside is read: no entities, no definitions, no network, nothing kept in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from cairn.documents.engine.refusing import Fault, NotTaken

_DEFINITIONS = ("<!DOCTYPE", "<!ENTITY")
_FORBIDDEN = tuple(word.encode(encoding) for word in _DEFINITIONS for encoding in ("ascii", "utf-16-le", "utf-16-be"))

Element = Any  # lxml comes without types


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
    _no_definitions(reading)


def branches(content: bytes, names: Collection[str]) -> Iterator[Element]:
    """Every element of these names that stands in no other of them, whole; then it is let go.

    Raises NotTaken as `elements` does.
    """
    reading, depth = _reading(content, ("start", "end")), 0
    try:
        for event, element in reading:
            named = element.tag.rpartition("}")[2] in names
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
    _no_definitions(reading)


def _reading(content: bytes, events: tuple[str, ...]) -> Element:
    if any(mark in content for mark in _FORBIDDEN):
        raise NotTaken(Fault.ENTITIES)
    return etree.iterparse(
        BytesIO(content),
        events=events,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _no_definitions(reading: Element) -> None:
    if reading.root.getroottree().docinfo.internalDTD is not None:
        raise NotTaken(Fault.ENTITIES)


def plain(element: Element) -> str:
    """The name of an element without the space it belongs to."""
    return str(etree.QName(element).localname)


def _let_go(element: Element) -> None:
    """Free the element and what stood before it; its parent still knows that it had children."""
    parent = element.getparent()
    if parent is None:
        return
    element.clear()
    while element.getprevious() is not None:
        del parent[0]
