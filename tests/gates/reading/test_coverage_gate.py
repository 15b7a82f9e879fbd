"""How much of the code the tests must run: all of what decides, 95 in a hundred of the rest."""

import json

import pytest

from ops.coverage_gate import decides, main, shortfalls


def report(percent: float = 99.0, **missed: list[int]) -> dict:
    files = {
        path.replace("__", "/") + ".py": {"missing_lines": lines, "missing_branches": []}
        for path, lines in missed.items()
    }
    return {"files": files, "totals": {"percent_covered": percent}}


@pytest.mark.parametrize(
    "path",
    [
        "cairn/kernel/verdict.py",
        "cairn/guidance/criteria/era.py",
        "cairn/access/matrix.py",
        "cairn/names/alike.py",
        "cairn/cases/policy.py",
        "cairn/cases/states.py",
        "cairn/cases/commands/access.py",
        "cairn/audit/engine/chain.py",
    ],
)
def test_what_decides_must_be_run_whole(path: str):
    assert decides(path)


@pytest.mark.parametrize("path", ["cairn/cases/views.py", "cairn/desk/apps.py", "demo/people.py", "cairn/__init__.py"])
def test_the_rest_need_not(path: str):
    assert not decides(path)


def test_one_missed_line_of_a_policy_is_too_much():
    assert shortfalls(report(cairn__cases__policy=[7])) == ["cairn/cases/policy.py: lines 7; branches none"]


def test_one_missed_branch_of_a_policy_is_too_much():
    missed = report(cairn__cases__policy=[])
    missed["files"]["cairn/cases/policy.py"]["missing_branches"] = [[7, -1]]
    assert shortfalls(missed) == ["cairn/cases/policy.py: lines none; branches 7→-1"]


def test_missed_lines_of_a_page_count_in_the_whole_only():
    assert shortfalls(report(95.0, cairn__kernel__key=[], cairn__cases__views=[1, 2, 3])) == []


def test_less_than_95_in_a_hundred_is_too_little():
    assert shortfalls(report(94.9, cairn__kernel__key=[])) == ["The whole: 94.9 in a hundred; 95 are asked for."]


def test_a_report_of_nothing_does_not_pass():
    assert shortfalls(report(100.0)) == ["The report holds none of the files that must be run whole."]


def test_the_exit_code_says_whether_enough_was_run(tmp_path, capsys):
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report(cairn__kernel__key=[])))
    assert main([str(path)]) == 0
    path.write_text(json.dumps(report(cairn__kernel__key=[4])))
    assert main([str(path)]) == 1
    assert "cairn/kernel/key.py: lines 4" in capsys.readouterr().out
