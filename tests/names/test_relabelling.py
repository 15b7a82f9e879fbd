"""Labels stand where real names were written, in the shapes people write them, and ordinary words are left alone."""

import pytest

from cairn.names.relabelling import Called, Relabelling

CASE = Relabelling(
    [
        Called("Child R", ("Zebedee Rose Quillfeather", "Zebby-Quill", "Zo")),
        Called("Home A", ("9 Larkspur Yard, Coldwater", "CW1 9ZZ")),
    ]
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Zebedee was seen.", "Child R was seen."),
        ("Zebedee Quillfeather's mother rang.", "Child R's mother rang."),
        ("QUILLFEATHER, Zebedee: no reply", "Child R: no reply"),
        ("Quillfeather Zebedee Rose", "Child R"),
        ("Known as Zebby-Quill at school", "Known as Child R at school"),
        ("At 9 Larkspur  Yard Coldwater, CW1 9ZZ", "At Home A, Home A"),
        ("Rose brought a rose.", "Child R brought a rose."),
        ("Rosemary and Zebedeeson stay.", "Rosemary and Zebedeeson stay."),
        ("He said zo.", "He said zo."),
        ("Nothing to replace.", "Nothing to replace."),
    ],
)
def test_labels_stand_where_names_were_written(written, read):
    assert CASE.of(written) == read


def test_a_place_is_found_whole_and_a_word_of_its_name_is_left_alone():
    place = Relabelling([Called("Building 1", ("Pretend House",), whole=True)])
    assert place.of("Pretend  House and the Manor House") == "Building 1 and the Manor House"


def test_where_nobody_has_a_name_the_text_stays():
    assert Relabelling([Called("Child R", ("", " "))]).of("Zebedee was seen.") == "Zebedee was seen."
    assert Relabelling([]).of("Zebedee") == "Zebedee"
