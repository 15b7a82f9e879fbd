"""`cairn criteria` as people and scripts call it."""

import json

import pytest

from cairn.config.cli import main


@pytest.fixture
def facts(tmp_path):
    def write(content):
        path = tmp_path / "facts.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return str(path)

    return write


CASE = {
    "own_la": "Oxfordshire",
    "place_of_incident_la": "Oxfordshire",
    "abuse_or_neglect": "suspected",
    "died": False,
    "seriously_harmed": True,
    "care_leaver": False,
}


def test_a_script_gets_one_document_of_a_stable_shape(facts, capsys):
    assert main(["criteria", "--facts", facts(CASE), "--edition", "wt23", "--json"]) == 0
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert err == ""
    assert list(document) == [
        "edition",
        "limbs",
        "serious_case",
        "notify",
        "looked_after_death_notice",
        "care_leaver_death_notice",
        "review",
        "missing_facts",
    ]
    limbs = document.pop("limbs")
    assert document == {
        "edition": "wt23",
        "serious_case": True,
        "notify": True,
        "looked_after_death_notice": False,
        "care_leaver_death_notice": False,
        "review": "may",
        "missing_facts": [],
    }
    assert limbs[1] == {
        "name": "abuse_or_neglect",
        "met": True,
        "why": "Abuse or neglect is suspected.",
        "reference": "Children Act 2004, section 16B(9)",
    }
    assert {limb["met"] for limb in limbs} == {True, False, None}


def test_without_an_edition_the_newest_is_asked(facts, capsys):
    assert main(["criteria", "--facts", facts(CASE), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["edition"] == "wt26"


def test_a_person_gets_sentences(facts, capsys):
    case = {"abuse_or_neglect": "known", "aware_on": "2014-02-03", "seriously_harmed": True}
    assert main(["criteria", "--facts", facts(case)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "By Working Together to Safeguard Children 2013 (wt13):",
        "  Serious case: not known",
        "  Notify: not known",
        "  Notice of a looked-after child's death: not known",
        "  Notice of a care leaver's death: no",
        "  Review: cannot say yet",
        "  Facts still missing: died, in_custody_or_detained, interagency_concern",
        "Limb by limb:",
        "  [yes] under_eighteen: No age is given; the tests concern children, so the person is taken to be under 18. "
        "(Local Safeguarding Children Boards Regulations 2006, regulation 5(2))",
        "  [yes] abuse_or_neglect: Abuse or neglect is known. "
        "(Local Safeguarding Children Boards Regulations 2006, regulation 5(2))",
        "  [not known] died: Not known: whether the child died. "
        "(Local Safeguarding Children Boards Regulations 2006, regulation 5(2))",
        "  [yes] seriously_harmed: The child was seriously harmed. "
        "(Local Safeguarding Children Boards Regulations 2006, regulation 5(2))",
        "  [not known] agencies_working_together: Not known: "
        "whether there is concern about how agencies worked together. "
        "(Local Safeguarding Children Boards Regulations 2006, regulation 5(2))",
        "  [not known] died_in_custody_or_detention: Not known: whether the child was in custody or detained. "
        "Not known: whether the child died. (Working Together 2013 and 2015, chapter 4, as reported in the toolkit of "
        "Cornwall's Board (paragraph not verified))",
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            b"{",
            "(line 1, column 2: Expecting property name enclosed in double quotes). Mend it there.",
        ),
        (b"", "cannot be read as JSON (line 1, column 1: Expecting value). Mend it there."),
        (b"\xff\xfe", "cannot be read as JSON (it is not text in UTF-8). Mend it there."),
        (b'{"died": true, "died": false}', "The facts say died more than once. Keep one."),
        (b"[" * 100_000, "cannot be read as JSON (it is nested too deep). Mend it there."),
        ([1], "The facts must be one JSON object"),
        ({"dyed": True}, "The facts hold 'dyed', which is not a fact of the criteria."),
        ({"died": "maybe"}, "The fact 'died' cannot be 'maybe'."),
    ],
)
def test_a_faulty_file_is_one_sentence_and_exit_code_2(facts, capsys, content, sentence):
    assert main(["criteria", "--facts", facts(content), "--json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "The command line is not right: the following arguments are required: --facts."),
        (["--facts", "/nowhere/facts.json"], "There is no file '/nowhere/facts.json'."),
        (["--facts", "/"], "The file '/' cannot be read as JSON (Is a directory)."),
        (["--facts", "a\0b"], "The file 'a\\x00b' cannot be read as JSON ("),
    ],
)
def test_a_wrong_command_line_is_one_sentence_and_exit_code_2(capsys, arguments, sentence):
    assert main(["criteria", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(sentence)


def test_an_edition_without_criteria_is_refused(facts, capsys):
    assert main(["criteria", "--facts", facts(CASE), "--edition", "pg22"]) == 2
    assert "(pg22) holds no criteria. Choose one of: lscb06, " in capsys.readouterr().err
