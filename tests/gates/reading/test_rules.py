"""The rules about how the product is written: the codebase keeps each, and each catches what it is for (T22)."""

import subprocess
import sys

import pytest

from tests.gates.codebase import ROOT, Source, sources
from tests.gates.rules import Rule, danger, shape

RULES = (*danger.RULES, *shape.RULES)
BY_NAME = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@BY_NAME
def test_the_codebase_keeps_the_rule(rule: Rule):
    assert rule.findings(sources()) == []


@BY_NAME
def test_the_rule_catches_what_it_is_for(rule: Rule):
    assert rule.findings([Source(rule.at, rule.planted)])


def test_there_are_at_least_fifteen_rules_of_our_own_each_named_once():
    names = [rule.name for rule in RULES]
    assert len(names) >= 15
    assert len(set(names)) == len(names)


def bandit(*folders: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bandit", "-r", "-q", "-ll", "--exclude", "*/migrations/*", *folders]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_bandit_finds_nothing_of_medium_weight_or_more():
    answer = bandit("cairn", "demo", "ops")
    assert answer.returncode == 0, answer.stdout


def test_bandit_would_find_something(tmp_path):
    (tmp_path / "careless.py").write_text("import hashlib\nhashlib.md5(b'x')\nexec(input())\n")
    assert bandit(str(tmp_path)).returncode == 1
