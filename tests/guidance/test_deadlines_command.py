"""`cairn deadlines` as people and scripts call it."""

import json
import os
import subprocess
import sys

import pytest

from cairn.config.cli import main


def test_a_script_gets_one_document_of_a_stable_shape(capsys):
    code = main(["deadlines", "tell_of_coroners_investigation", "--from", "2025-04-22", "--edition", "wt23", "--json"])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "duty": "tell_of_coroners_investigation",
        "edition": "wt23",
        "trigger": "2025-04-22",
        "due": "2025-04-25",
        "unit": "working_days",
        "limit": 3,
        "days": [
            {"date": "2025-04-22", "counted": False, "why": "day 0: the clock starts"},
            {"date": "2025-04-23", "counted": True, "why": "working day 1"},
            {"date": "2025-04-24", "counted": True, "why": "working day 2"},
            {"date": "2025-04-25", "counted": True, "why": "working day 3"},
        ],
        "reference": "Working Together to Safeguard Children 2023, chapter 6",
        "verified": "read",
    }


def test_a_named_date_is_its_limit(capsys):
    assert main(["deadlines", "publish_yearly_report", "--from", "31 March 2025", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["due"], document["unit"], document["limit"]) == ("2025-09-30", "date", "30 September")
    assert [day["date"] for day in document["days"]] == ["2025-03-31", "2025-09-30"]


def test_other_readings_and_doubts_go_to_the_person_not_the_script(capsys):
    assert main(["deadlines", "send_rapid_review", "--from", "2025-06-12", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["edition"] == "pg25"
    assert err.startswith("Another reading: Working Together to Safeguard Children 2023, the panel How to notify")
    assert "is known to have begun in June 2025, but not on which day." in err


def test_a_person_gets_the_answer_and_the_days(capsys):
    assert main(["deadlines", "notify_serious_incident", "--from", "Friday"]) == 2
    assert main(["deadlines", "notify_serious_incident", "--from", "12 September 2025"]) == 0
    out, _ = capsys.readouterr()
    assert out.splitlines()[0] == "Notify a serious incident: due by the end of Friday 19 September 2025."
    assert out.splitlines()[-8:] == [
        "    Friday 12 September 2025: day 0: the clock starts",
        "    Saturday 13 September 2025: Saturday",
        "    Sunday 14 September 2025: Sunday",
        "  * Monday 15 September 2025: working day 1",
        "  * Tuesday 16 September 2025: working day 2",
        "  * Wednesday 17 September 2025: working day 3",
        "  * Thursday 18 September 2025: working day 4",
        "  * Friday 19 September 2025: working day 5",
    ]


def test_the_day_that_picks_the_edition_and_the_areas_day_may_be_given(capsys):
    command = ["deadlines", "keep_published", "--from", "2021-12-15", "--json"]
    assert main([*command, "--picked-on", "2016-02-01"]) == 0
    assert json.loads(capsys.readouterr().out)["edition"] == "wt15"
    assert main([*command, "--picked-on", "2019-05-20", "--area-start", "2019-05-01"]) == 0
    assert json.loads(capsys.readouterr().out)["edition"] == "wt18"


def test_the_list_names_duties_and_editions(capsys):
    assert main(["deadlines", "--list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {
        "notify_serious_incident",
        "send_rapid_review",
        "publish_practice_review",
        "send_report_before_publication",
    } | {
        "keep_published",
        "publish_yearly_report",
        "send_yearly_report_copies",
    } <= {row["duty"] for row in listed["duties"]}
    assert [row["id"] for row in listed["editions"]][-1] == "pg25"
    assert {"id": "wt23", "from": "2023-12-15", "to": "2026-03-17", "verified": "read"}.items() <= listed["editions"][
        6
    ].items()
    assert main(["deadlines", "--list"]) == 0
    out = capsys.readouterr().out
    assert "  keep_published: Keep the report publicly available (wt13, wt15, trans, wt18, wt23, wt26)\n" in out
    assert "  wt26: Working Together to Safeguard Children 2026, from 2026-03-18 to now\n" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["send_rapid_reveiw", "--from", "2026-04-07"],
            "There is no duty called 'send_rapid_reveiw'. Did you mean send_rapid_review",
        ),
        (["send_rapid_review", "--from", "2026-04-07", "--edition", "wt24"], "There is no edition called 'wt24'."),
        (["send_rapid_review", "--from", "2026-02-30"], "--from: There is no such date as '2026-02-30'."),
        (["send_rapid_review", "--from", "30 February 2026"], "--from: There is no such date as '30 February 2026'."),
        (["send_rapid_review", "--from", "soon"], "--from: The date 'soon' cannot be read."),
        (["send_rapid_review", "--from", "April 2026"], "--from: The date 'April 2026' does not name a day"),
        (
            ["send_rapid_review", "--from", "2031-02-03"],
            "Monday 3 February 2031 is outside the bank holidays known here.",
        ),
        (
            ["send_rapid_review", "--from", "2005-12-31"],
            "Saturday 31 December 2005 is outside the bank holidays known here.",
        ),
        (
            ["send_rapid_review", "--from", "2026-04-07", "--picked-on", "x"],
            "--picked-on: The date 'x' cannot be read.",
        ),
        (
            ["keep_published", "--from", "2019-05-20", "--area-start", "2020-01-01"],
            "An area's new arrangements took effect",
        ),
        (["send_rapid_review"], "The command line is not right: --from is missing"),
        ([], "The command line is not right: no duty is named"),
        (["--colour"], "The command line is not right: unrecognized arguments: --colour."),
    ],
)
@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_wrong_input_is_one_sentence_and_exit_code_2(capsys, arguments, sentence, as_json):
    assert main(["deadlines", *arguments, *as_json]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(sentence)
    assert err.count("\n") == 1


def test_it_needs_no_settings_and_no_database(tmp_path):
    code = (
        "import sys; from cairn.config.cli import main; "
        "done = main(['deadlines', 'send_rapid_review', '--from', '2026-04-07', '--json']); "
        "sys.exit(done or 3 * ('django' in sys.modules))"
    )
    bare = {"PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=bare, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["due"] == "2026-04-28"
    assert list(tmp_path.iterdir()) == []
