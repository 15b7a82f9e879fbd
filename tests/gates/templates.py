"""What templates hold: addresses they name, other templates they show, and nothing that the policy would refuse."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from django.template import TemplateDoesNotExist, engines
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

from tests.gates.codebase import ROOT, Source, walk

URL_TAG = re.compile(r"""\{%\s*url\s+(['"])([^'"]+)\1([^%]*)%\}""")
SHOWN = re.compile(r"""['"]([\w./-]+\.(?:html|txt|svg))['"]""")
NOT_ALLOWED_INLINE = (
    (re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*type=.application/json)[^>]*>", re.IGNORECASE), "an inline script"),
    (re.compile(r"<style[\s>]", re.IGNORECASE), "an inline style sheet"),
    (re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE), "an inline style"),
    (re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE), "an inline handler"),
    (re.compile(r"(?:href|src|action)\s*=\s*['\"]?\s*javascript:", re.IGNORECASE), "a script in an address"),
    (re.compile(r"(?:href|src|action)\s*=\s*['\"]?\s*data:", re.IGNORECASE), "data in an address"),
)
UNSAFE = (
    (re.compile(r"\|\s*safe(?:seq)?\b"), "says that text is safe"),
    (re.compile(r"\{%\s*autoescape\s+off"), "switches escaping off"),
)
COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def inline(name: str, text: str) -> list[str]:
    """What the content security policy would refuse, in a template or in a page as sent."""
    plain = TAG.sub("x", COMMENT.sub("", text))
    return [f"{name}: {what}" for pattern, what in NOT_ALLOWED_INLINE if pattern.search(plain)]


def unescaped(name: str, text: str) -> list[str]:
    """Places where a template turns escaping off."""
    return [f"{name}: {what}" for pattern, what in UNSAFE if pattern.search(COMMENT.sub("", text))]


def address_names() -> set[str]:
    """The name of every address, with its namespaces."""
    return set(_names(get_resolver(), ""))


def _names(resolver: URLResolver, space: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield f"{space}{pattern.name}"
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _names(pattern, inner)


def unresolved(shown: Mapping[str, str], known: set[str]) -> list[str]:
    """Addresses that a template names and nothing answers. `{% url … as x %}` may name one that is not there."""
    return [
        f"{name}: {match[2]}"
        for name, text in shown.items()
        for match in URL_TAG.finditer(COMMENT.sub("", text))
        if match[2] not in known and " as " not in match[3]
    ]


def unresolved_in_code(files: Iterable[Source], known: set[str]) -> list[str]:
    """Addresses that code names in `reverse`, `redirect` and their like, and nothing answers."""
    found = []
    for source in files:
        for node in walk(source.tree):
            if isinstance(node, ast.Call) and _called(node) in {"reverse", "reverse_lazy", "redirect", "resolve_url"}:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str) and _is_name(first.value, known):
                    found.append(f"{source.path}:{node.lineno}: {first.value}")
    return found


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _is_name(text: str, known: set[str]) -> bool:
    return text not in known and "/" not in text


def unused(shown: Mapping[str, str], files: Iterable[Source]) -> list[str]:
    """Templates that no page, tag or other template shows, and no library looks for under that name."""
    named = {match[1] for text in shown.values() for match in SHOWN.finditer(COMMENT.sub("", text))}
    patterns: list[re.Pattern[str]] = []
    for source in files:
        for node in walk(source.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns.append(_pattern(node))
    return [name for name in shown if name not in named and not _matched(name, patterns) and not _of_a_library(name)]


def _pattern(node: ast.JoinedStr) -> re.Pattern[str]:
    pieces = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w./-]+" for part in node.values]
    return re.compile("".join(pieces))


def _matched(name: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    return any(len(pattern.pattern) > 12 and pattern.fullmatch(name) for pattern in patterns)


def _of_a_library(name: str) -> bool:
    """Whether an installed library shows a template of this name, which ours stands in for."""
    places = [
        str(origin.name)
        for loader in engines["django"].engine.template_loaders
        for origin in loader.get_template_sources(name)
    ]
    return any(not place.startswith(f"{ROOT}/cairn/") and Path(place).is_file() for place in places)


def unreadable(names: Iterable[str]) -> list[str]:
    """Templates that Django cannot read, or that extend or include one that is not there."""
    found = []
    for name in names:
        try:
            get_template(name)
        except TemplateDoesNotExist as missing:
            found.append(f"{name}: {missing}")
    return found
