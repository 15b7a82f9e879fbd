"""What stays of a name however it is written, and the ways in which it may stand in a text."""

import pytest

from cairn.names.folding import SHORT_FORMS, SPELLINGS, fold, full_forms, in_any_order, keys, parts, sounds, variants


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Siobhán", "siobhan"),
        ("O’Brien", "obrien"),
        ("O'Brien", "obrien"),
        ("Smith-Jones", "smith jones"),
        ("Smith–Jones", "smith jones"),
        ("  Łukasz   Østergård ", "lukasz ostergard"),
        ("Æthelred Straße", "aethelred strasse"),
        ("İbrahim", "ibrahim"),
        ("MACDONALD", "macdonald"),
        ("J. R. Hartley", "j r hartley"),
        ("李小龙", "李小龙"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_a_name_is_folded(written, folded):
    assert fold(written) == folded
    assert fold(folded) == folded


def test_the_order_of_given_and_family_name_does_not_matter():
    assert in_any_order("Quillfeather, Zebedee") == in_any_order("Zebedee Quillfeather")


@pytest.mark.parametrize(
    ("written", "given", "family"),
    [
        ("Zebedee James Quillfeather", "zebedee james", "quillfeather"),
        ("Ms Niamh Ó Briain", "niamh", "o briain"),
        ("Jan van de Berg", "jan", "van de berg"),
        ("Amy Smith-Jones", "amy", "smith jones"),
        ("Prince", "", "prince"),
        ("", "", ""),
    ],
)
def test_a_name_has_two_parts(written, given, family):
    assert [" ".join(part) for part in parts(written)] == [given, family]


def test_a_name_may_stand_in_a_text_in_these_ways():
    assert variants("Thomas Neil O'Brien") == {
        f"{first} {last}"
        for one, other in [(given, "obrien") for given in ("thomas neil", "thomas", "tomasz", "tomas", "tom", "tommy")]
        for first, last in ((one, other), (other, one))
    }


def test_a_double_name_may_be_written_by_half_or_in_one():
    assert variants("Ida Smith-Jones") == {
        "ida smith jones",
        "smith jones ida",
        "ida smithjones",
        "smithjones ida",
        "ida smith",
        "smith ida",
        "ida jones",
        "jones ida",
    }


def test_a_name_of_one_word_stands_alone_and_no_name_nowhere():
    assert variants("Prince") == {"prince"}
    assert variants("Mr") == variants(" ") == frozenset()


def test_a_short_form_leads_to_all_it_may_be_short_for():
    assert {"robert", "robbie"} <= full_forms("robbie") | {"robbie"}
    assert {"alexander", "alexandra", "alex"} == full_forms("alex")


def test_other_spellings_share_a_sound_and_words_without_letters_none():
    assert sounds("siobhan") & sounds("shavon")
    assert sounds("mohammed") & sounds("muhammad")
    assert sounds("李") == frozenset()


def test_two_writings_of_one_name_share_a_key():
    for one, other in (("Siobhan Kelly", "Shavon Other"), ("Kate X", "Kathryn Y"), ("Smyth", "Smith")):
        assert keys(one) & keys(other), one
    assert not keys("Zebedee Quillfeather") & keys("Amy Larkspur")
    assert keys("Miss") == frozenset()


def test_the_lists_are_folded_already_and_say_no_name_twice():
    listed = [*SHORT_FORMS, *(short for shorts in SHORT_FORMS.values() for short in shorts), *SPELLINGS]
    assert [word for word in listed if fold(word) != word] == []
    assert all(name not in shorts for name, shorts in SHORT_FORMS.items())
    assert all(len(line) > 1 for line in SPELLINGS.values())
