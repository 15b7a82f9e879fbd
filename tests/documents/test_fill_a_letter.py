"""The partnership's own letters: their fields are found wherever they stand, and filled with text that stays text."""

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.documents.engine.papers.filling import ELSEWHERE, NotFilled, fields_in, fill, unknown
from cairn.documents.engine.papers.package import NotALetter, packed
from cairn.documents.engine.papers.paper import plain, written
from tests.documents.letters import (
    W,
    changed,
    in_paragraph,
    in_place_of,
    letter,
    related,
    runs,
    said_in,
    saved,
)
from tests.documents.papers import HOSTILE, in_word, parts_of

PLAIN = letter("Dear {{ agency_name }}", "We ask about {{child_label}}, born {{ child_label }}.", "Yours")


def test_fields_are_found_by_name():
    assert fields_in(PLAIN) == {"agency_name", "child_label"}
    assert fields_in(letter("A letter without any")) == frozenset()


def test_a_letter_is_filled():
    filled = fill(PLAIN, {"agency_name": "Fairfield Trust", "child_label": "Child A", "not_used": "x"})
    assert said_in(filled) == ["Dear Fairfield Trust", "We ask about Child A, born Child A.", "Yours"]


def test_the_same_letter_and_values_give_the_same_bytes():
    values = {"agency_name": "Fairfield Trust", "child_label": "Child A"}
    assert fill(PLAIN, values) == fill(PLAIN, values)


@pytest.mark.parametrize(
    "pieces",
    [
        ("Dear {{ agency_name }}!",),
        ("Dear {", "{ agency_name }}!"),
        ("Dear {{", " agency", "_name ", "}}!"),
        ("Dear ", "{{ agency_name }", "}", "!"),
        ("Dear {{", "\u00a0agency_name\u00a0", "", "}}!"),
        *[("Dear {{ agency_name }}!"[:cut], "Dear {{ agency_name }}!"[cut:]) for cut in range(1, 23)],
    ],
)
def test_a_field_that_word_has_cut_into_pieces_is_one_field(pieces: tuple[str, ...]):
    cut = in_paragraph(runs(*pieces))
    assert fields_in(cut) == {"agency_name"}
    assert said_in(fill(cut, {"agency_name": "Fairfield"})) == ["Dear Fairfield!"]


def test_several_fields_in_pieces_each_stand_in_their_own_place():
    cut = in_paragraph(runs("a{{ on", "e }}{{ two }}b{", "{ three }}", "c"))
    filled = fill(cut, {"one": "1", "two": "2", "three": "3"})
    assert said_in(filled) == ["a12b3c"]
    assert [run.text for run in in_word(filled).paragraphs[0].runs] == ["a1", "2b3", "", "c"]


def test_what_is_put_in_looks_as_the_field_did():
    filled = fill(in_paragraph(runs("{{ one }}")), {"one": "1"})
    assert in_word(filled).paragraphs[0].runs[0].bold


def test_fields_are_found_in_tables_heads_feet_boxes_and_notes():
    made = docx.Document()
    made.add_table(1, 1).cell(0, 0).text = "{{ in_table }}"
    made.sections[0].header.paragraphs[0].text = "{{ in_head }}"
    made.sections[0].footer.paragraphs[0].text = "{{ in_foot }}"
    made.add_paragraph("around MARK around")
    inner = "<w:txbxContent><w:p><w:r><w:t>{{ in_box }}</w:t></w:r></w:p></w:txbxContent>"
    box = f"around </w:t></w:r><w:r><w:pict>{inner}</w:pict></w:r><w:r><w:t> around {{{{ beside }}}}"
    note = f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>{{{{ in_note }}}}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    file = changed(saved(made), document=in_place_of("around MARK around", box), footnotes=lambda _: note)
    names = {"in_table", "in_head", "in_foot", "in_box", "beside", "in_note"}
    assert fields_in(file) == names
    text = b"".join(parts_of(fill(file, {name: f"[{name}]" for name in names})).values()).decode("latin-1")
    assert all(text.count(f"[{name}]") == 1 for name in names)
    assert "{{" not in text


@pytest.mark.parametrize(
    "value",
    [HOSTILE, "A & B", "<w:br/>", "{{ agency_name }}", "{{ child_label }}", "{% for x in y %}", "}}", "]]>", "&lt;"],
)
def test_what_people_wrote_stays_what_they_wrote(value: str):
    filled = fill(PLAIN, {"agency_name": value, "child_label": value})
    assert said_in(filled) == [f"Dear {value}", f"We ask about {value}, born {value}.", "Yours"]


def test_line_breaks_are_kept_and_what_no_file_can_hold_is_left_out():
    filled = fill(letter("{{ address }}, England"), {"address": " 1 The Green\r\nFairfield\x07 "})
    assert said_in(filled) == ["1 The Green\nFairfield, England"]


@pytest.mark.parametrize(
    "field",
    [
        "{{ x.__class__ }}",
        "{{ x.__class__.__mro__[1].__subclasses__() }}",
        "{{ x['y'] }}",
        "{{ x|safe }}",
        "{{ lipsum.__globals__ }}",
        "{{ 7*7 }}",
        "{{ x() }}",
        "{{ 'x' }}",
        "{{ x }}{{ y.z }}",
        "{{ Child_Label }}",
        "{{ child label }}",
        "{{ _private }}",
        "{{r x }}",
        "{{ }}",
        "{{{ x }}}",
    ],
)
def test_anything_but_a_plain_name_is_refused_and_shown(field: str):
    with pytest.raises(NotALetter) as no:
        fields_in(letter(f"Dear {field}"))
    assert "is not a field. Between {{ and }} stands one name" in no.value.sentence
    assert no.value.sentence.split("”")[0].lstrip("“") in field


@pytest.mark.parametrize(
    "text",
    [
        "{% for x in y %}",
        "{%tr for x in y %}",
        "{% include '/etc/passwd' %}",
        "{# a note #}",
        "{{ child_label",
        "child_label }}",
        "{% raw %}",
        "{%- if x -%}",
    ],
)
def test_loops_includes_and_halves_of_fields_are_refused_and_shown(text: str):
    with pytest.raises(NotALetter) as no:
        fields_in(letter(f"Dear {text}", "child_label }}" if text == "{{ child_label" else "Yours"))
    assert no.value.sentence.startswith("A field is not written as a whole: “")


def test_a_very_long_field_is_shown_in_part():
    with pytest.raises(NotALetter) as no:
        fields_in(letter("{{ " + "x " * 200 + "}}"))
    assert len(no.value.sentence) < 200


def test_a_field_that_does_not_exist_is_named_with_the_nearest_that_does():
    assert unknown({"agency_nam", "child_label", "zzz"}, ["agency_name", "child_label"]) == [
        "There is no field called “agency_nam”. Did you mean “agency_name”?",
        "There is no field called “zzz”.",
    ]
    with pytest.raises(NotFilled) as no:
        fill(PLAIN, {"agency_names": "x", "child_label": "y"})
    assert (no.value.name, no.value.sentence) == (
        "agency_name",
        "There is no field called “agency_name”. Did you mean “agency_names”?",
    )


@pytest.mark.parametrize("blank", ["", "  \n", "\x07"])
def test_a_field_with_nothing_to_put_in_is_refused_and_never_left_blank(blank: str):
    with pytest.raises(NotFilled) as no:
        fill(PLAIN, {"agency_name": "Fairfield", "child_label": blank})
    assert no.value.name == "child_label"
    assert no.value.sentence == "There is nothing to put in for the field “child_label”."


@pytest.mark.parametrize(
    "file",
    [
        changed(PLAIN, relations=related("hyperlink", "https://example.org/{{ x }}", ' TargetMode="External"')),
        changed(PLAIN, relations=related("hyperlink", "https://example.org/%7B%7Bx", ' TargetMode="External"')),
        changed(PLAIN, charts=lambda _: "<c><v>{{ x }}</v></c>"),
        in_paragraph('<w:r><w:t>x</w:t></w:r><w:bookmarkStart w:id="1" w:name="{{ x }}"/>'),
        in_paragraph("<w:r><w:t>x</w:t><w:instrText> PAGE {{ x }}</w:instrText></w:r>"),
    ],
    ids=["in a link", "in a link as browsers write it", "in a drawing", "in a name", "in a Word field"],
)
def test_a_field_where_it_cannot_be_filled_is_refused(file: bytes):
    with pytest.raises(NotALetter) as no:
        fields_in(file)
    assert no.value.sentence == ELSEWHERE


def test_spaces_between_pieces_are_kept():
    assert said_in(fill(in_paragraph(runs("{{ one }}", " ", "and")), {"one": "1"})) == ["1 and"]


def test_a_letter_with_a_thousand_fields_is_filled():
    many = letter(*["{{ one }} " * 10] * 100)
    assert said_in(fill(many, {"one": "1"})) == ["1 " * 10] * 100


def test_packing_and_opening_do_not_change_a_letter_that_names_nobody():
    first = fill(letter("Dear all"), {})
    assert packed(parts_of(first)) == first
    assert fill(first, {}) == first


@settings(deadline=None, max_examples=60)
@given(st.text(), st.text())
def test_whatever_is_put_in_comes_out_as_text_and_nothing_else_changes(first: str, second: str):
    template = in_paragraph(runs("a {{ o", "ne }} b", " {{ two }}", " c"))
    if not written(first) or not written(second):
        with pytest.raises(NotFilled):
            fill(template, {"one": first, "two": second})
        return
    [said] = said_in(fill(template, {"one": first, "two": second}))
    assert said == f"a {plain(first).strip()} b {plain(second).strip()} c"
