"""Every template is used, names addresses that are there, and holds no script, style or handler of its own."""

import pytest

from tests.gates import templates
from tests.gates.codebase import Source, product
from tests.gates.codebase import templates as held


def texts() -> dict[str, str]:
    return {name: text for name, text in held().items() if name.endswith((".html", ".txt", ".svg"))}


def test_every_template_can_be_read_with_all_it_extends_and_includes():
    assert templates.unreadable(texts()) == []


def test_no_template_holds_a_script_a_style_or_a_handler():
    assert [fault for name, text in texts().items() for fault in templates.inline(name, text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>go()</script>",
        '<script type="module">go()</script>',
        "<style>p { color: red }</style>",
        '<p style="color: red">',
        '<p class="{{ kind }}" style="color: red">',
        '<button onclick="go()">',
        '<a href="javascript:go()">',
        '<img src="data:image/png;base64,AAAA">',
    ],
)
def test_what_the_policy_would_refuse_is_found(text: str):
    assert templates.inline("planted.html", text)


def test_what_the_policy_allows_is_not_found():
    text = '{# <style> #}<script src="{% static "app.js" %}"></script><p data-one="1" class="on style">on = style=</p>'
    assert templates.inline("planted.html", text) == []


def test_no_template_outside_the_look_turns_escaping_off():
    assert [fault for name, text in texts().items() for fault in templates.unescaped(name, text)] == []


@pytest.mark.parametrize("text", ["{{ name|safe }}", "{{ name | safe }}", "{% autoescape off %}"])
def test_a_template_that_turns_escaping_off_is_found(text: str):
    assert templates.unescaped("planted.html", text)


def test_every_address_that_a_template_names_is_there():
    assert templates.unresolved(texts(), templates.address_names()) == []


def test_an_address_that_is_not_there_is_found():
    text = "{% url 'nowhere' %} {% url 'somewhere' key=case.key %} {% url 'perhaps' as link %}"
    assert templates.unresolved({"planted.html": text}, {"somewhere"}) == ["planted.html: nowhere"]


def test_every_address_that_code_names_is_there():
    assert templates.unresolved_in_code(product(), templates.address_names()) == []


def test_an_address_in_code_that_is_not_there_is_found():
    planted = Source(
        "cairn/cases/views.py", "go = redirect('nowhere')\nthere = redirect('somewhere')\nhome = redirect('/')\n"
    )
    assert templates.unresolved_in_code([planted], {"somewhere"}) == ["cairn/cases/views.py:1: nowhere"]


def test_every_template_is_used():
    assert templates.unused(texts(), product()) == []


def test_a_template_that_nothing_shows_is_found_and_one_that_stands_in_for_a_library_is_not():
    shown = {
        "cases/lost.html": "",
        "cases/found.html": "",
        "cases/inner.html": "{% include 'cases/part.html' %}",
        "cases/part.html": "",
    }
    files = [Source("cairn/cases/views.py", "PAGE = 'cases/found.html'\npage = f'cases/in{x}.html'\n")]
    assert templates.unused(shown, files) == ["cases/lost.html"]
    assert templates.unused({"account/login.html": ""}, files) == []
