"""The engine that was asked for is the engine the tests run on."""

import os

from django.db import connection


def test_the_tests_run_on_the_engine_that_was_asked_for():
    asked = os.environ.get("CAIRN_TEST_ENGINE", "sqlite")
    assert connection.vendor == {"sqlite": "sqlite", "postgres": "postgresql"}[asked]
