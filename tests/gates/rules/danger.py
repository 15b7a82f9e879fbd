"""Rules against what lets somebody in, or something out."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.gates.codebase import Source, dotted, walk
from tests.gates.rules import Finder, Rule, also_in_demo, calls, either, imports, keywords, mentions

_LOGS = ("logger.debug", "logger.info", "logger.warning", "logger.error", "logger.exception", "logger.critical")


def _pieced_together(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr | ast.BinOp) or (isinstance(node, ast.Call) and _is_format(node.func))


def _is_format(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "format"


def _first_argument_pieced(*endings: str) -> Finder:
    def find(source: Source) -> Iterator[int]:
        for node in walk(source.tree):
            named = isinstance(node, ast.Call) and dotted(node.func).endswith(endings)
            if named and any(_pieced_together(argument) for argument in node.args[:1]):
                yield node.lineno

    return find


def _redirects_to_what_was_sent(source: Source) -> Iterator[int]:
    for node in walk(source.tree):
        if isinstance(node, ast.Call) and dotted(node.func).endswith(("redirect", "HttpResponseRedirect")):
            inner = {dotted(part) for argument in node.args for part in ast.walk(argument)}
            if inner & {"request.GET", "request.POST", "request.META", "request.headers"}:
                yield node.lineno


def _swallows(source: Source) -> Iterator[int]:
    for node in walk(source.tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        broad = node.type is None or dotted(node.type) in {"Exception", "BaseException"}
        if broad and not any(_tells(part) for part in ast.walk(node)):
            yield node.lineno


def _tells(node: ast.AST) -> bool:
    return isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and dotted(node.func) in _LOGS)


RULES = (
    Rule(
        "no-csrf-exemption",
        "A page that changes something is always guarded against forged requests.",
        mentions("csrf_exempt"),
        "cairn/cases/views.py",
        "from django.views.decorators.csrf import csrf_exempt\n",
    ),
    Rule(
        "no-raw-sql",
        "Rows are reached through queries; SQL stands in migrations only.",
        either(calls(".raw", ".extra", ".cursor", "RawSQL"), imports("django.db.connection", "django.db.connections")),
        "cairn/cases/queries.py",
        "rows = Case.unscoped.raw('select 1')\n",
        also_in_demo("cairn/config/sqlcipher"),
    ),
    Rule(
        "no-shell",
        "No command line is put together for a shell.",
        either(keywords(shell=True), calls("os.system", "os.popen", "subprocess.getoutput")),
        "cairn/config/commandline/serve.py",
        "subprocess.run('ls', shell=True)\n",
        lambda source: not source.inside("tests"),
    ),
    Rule(
        "no-unescaped-html",
        "Only `look` may say that text is safe HTML.",
        mentions("mark_safe", "SafeString", "SafeText", "html_safe"),
        "cairn/cases/views.py",
        "from django.utils.safestring import mark_safe\n",
        also_in_demo("cairn/look"),
    ),
    Rule(
        "no-page-from-pieces",
        "A page is a template, never text put together in a view.",
        _first_argument_pieced("HttpResponse", "StreamingHttpResponse"),
        "cairn/cases/views.py",
        "answer = HttpResponse(f'<p>{name}</p>')\n",
    ),
    Rule(
        "no-open-redirect",
        "A redirect goes where the product says, not where the request says.",
        _redirects_to_what_was_sent,
        "cairn/cases/views.py",
        "answer = redirect(request.GET['next'])\n",
    ),
    Rule(
        "no-names-in-logs",
        "A log line is a fixed sentence: nothing is put into it.",
        _first_argument_pieced(*_LOGS),
        "cairn/cases/commands.py",
        "logger.info(f'opened {case}')\n",
    ),
    Rule(
        "no-running-of-data",
        "Data is never run as code.",
        either(
            calls("eval", "exec", "yaml.load", "yaml.unsafe_load", "yaml.full_load"),
            imports("pickle", "marshal", "shelve", "dill"),
        ),
        "cairn/guidance/loading.py",
        "import yaml\nyaml.load(text)\n",
    ),
    Rule(
        "no-careless-xml",
        "XML from outside is read in one guarded place.",
        imports("xml.etree", "xml.dom", "xml.sax", "lxml"),
        "cairn/cases/forms.py",
        "from xml.etree import ElementTree\n",
        also_in_demo("cairn/documents/engine/child/xml.py"),
    ),
    Rule(
        "no-calls-out",
        "The product calls nothing on the network but its database, its mail server and the scanner beside it.",
        imports("urllib.request", "http.client", "socket", "smtplib.SMTP", "ftplib", "requests", "httpx", "aiohttp"),
        "cairn/partnership/jobs.py",
        "from urllib.request import urlopen\n",
        also_in_demo("cairn/documents/engine/scanning.py"),  # a socket of this machine, and no other
    ),
    Rule(
        "no-swallowed-faults",
        "A fault is named, logged or goes on up; it is not swallowed.",
        _swallows,
        "cairn/partnership/jobs.py",
        "try:\n    run()\nexcept Exception:\n    pass\n",
    ),
    Rule(
        "no-files-from-pages",
        "A page opens no file.",
        either(calls("open", "os.open", ".open", ".read_text", ".read_bytes", ".write_text", ".write_bytes")),
        "cairn/cases/views.py",
        "text = open(request.GET['name']).read()\n",
        lambda source: source.named("views", "forms", "queries", "policy", "middleware"),
    ),
    Rule(
        "no-guessable-chance",
        "What must not be guessed is drawn with `secrets`.",
        imports("random"),
        "cairn/kernel/key.py",
        "import random\n",
        lambda source: source.inside("cairn"),
    ),
    Rule(
        "settings-are-read-once",
        "Only the configuration reads the environment.",
        mentions("environ", "getenv"),
        "cairn/cases/views.py",
        "import os\nflag = os.environ['FLAG']\n",
        also_in_demo("cairn/config"),
    ),
    Rule(
        "no-form-from-table",
        "Forms list their fields; none is made from a table.",
        mentions("ModelForm", "modelform_factory", "modelformset_factory", "ModelAdmin"),
        "cairn/cases/forms.py",
        "class CaseForm(forms.ModelForm):\n    pass\n",
    ),
)
