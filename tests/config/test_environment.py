"""The operator's decisions, read once: where things lie and which database is used."""

from pathlib import Path

import pytest

from cairn.config import environment
from cairn.config.environment import ROOT, database
from cairn.config.keys import KeyUnusable


def described(url):
    return database(environment.read({"CAIRN_DATABASE_URL": url}))


def test_a_laptop_needs_no_decisions():
    read = environment.read({})
    assert (read.production, read.embedded, read.key_from) == (False, True, "file")
    assert (read.data, read.keys, read.anchors) == tuple(ROOT / "var" / name for name in ("data", "keys", "anchors"))


@pytest.mark.parametrize(("typed", "count"), [("", 0), ("0", 0), (" 1 ", 1), ("9", 9)])
def test_servers_in_front_are_counted(typed, count):
    assert environment.read({"CAIRN_TRUSTED_PROXIES": typed}).trusted_proxies == count


@pytest.mark.parametrize("typed", ["one", "-1", "1.5", "10", "٣", "00"])
def test_a_count_of_servers_that_is_none_is_refused(typed):
    with pytest.raises(KeyUnusable, match="CAIRN_TRUSTED_PROXIES must be a number from 0 to 9"):
        environment.read({"CAIRN_TRUSTED_PROXIES": typed})


def test_hosts_are_a_list():
    assert environment.read({"CAIRN_ALLOWED_HOSTS": "a.org, b.org,"}).allowed_hosts == ("a.org", "b.org")


def test_without_an_address_the_database_is_an_encrypted_file(tmp_path):
    made = database(environment.read({"CAIRN_DATA": str(tmp_path / "data")}))
    assert made["ENGINE"] == "cairn.config.sqlcipher"
    assert made["CIPHER_KEY"] == Path(tmp_path / "keys" / "database.key").read_text()


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("postgres://cairn:p%40ss@db.example.org:5433/cairn", "db.example.org", "5433"),
        ("postgresql://cairn:p%40ss@db.example.org/cairn", "db.example.org", ""),
        ("postgres://cairn:p%40ss@%2Ftmp%2FCairn-X/cairn", "/tmp/Cairn-X", ""),
        ("postgres://cairn:p%40ss@[::1]:5432/cairn", "::1", "5432"),
    ],
)
def test_an_address_says_where_postgresql_is(url, host, port):
    made = described(url)
    assert (made["ENGINE"], made["HOST"], made["PORT"]) == ("django.db.backends.postgresql", host, port)
    assert (made["NAME"], made["USER"], made["PASSWORD"]) == ("cairn", "cairn", "p@ss")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://cairn@db/cairn", "must begin with postgres://"),
        ("postgres://cairn@db", "must name a database"),
        ("postgres://cairn@db:port/cairn", "is not a number"),
        ("postgres://cairn@db:99999/cairn", "is not a number"),
    ],
)
def test_an_address_that_cannot_be_right_is_refused(url, says):
    with pytest.raises(KeyUnusable, match=says):
        described(url)
