"""Keys: made once on a laptop, readable by their owner alone, never made up in production."""

import stat

import pytest

from cairn.config import environment, keys
from cairn.config.keys import KeyUnusable

KEY = "0123456789abcdef" * 4
PASSPHRASE = "a cairn on a cold hill"
SALT = "fe" * 16 + "0123456789abcdef" * 2


def decided(tmp_path, **more):
    return environment.read({"CAIRN_DATA": str(tmp_path / "data"), **more})


def stored(folder, name="audit", text=KEY, mode=0o600):
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.key"
    path.write_text(text)
    path.chmod(mode)


def test_a_laptop_makes_a_key_once_for_its_owner_alone(tmp_path):
    first = decided(tmp_path).key("audit")
    assert decided(tmp_path).key("audit") == first
    assert len(bytes.fromhex(first)) == 32
    assert stat.S_IMODE((tmp_path / "keys" / "audit.key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    assert [path.name for path in (tmp_path / "keys").iterdir()] == ["audit.key"]


def test_a_key_that_is_there_already_stays_as_it_is(tmp_path):
    stored(tmp_path)
    keys.keep(tmp_path, "audit", "ff" * 32)
    assert keys.read(tmp_path, "audit") == KEY


@pytest.mark.parametrize(
    ("text", "mode", "says"),
    [
        (KEY, 0o640, "can be read by others"),
        (KEY, 0o604, "can be read by others"),
        (KEY[:-1], 0o600, "does not hold 64 hexadecimal digits"),
        (KEY[:-1] + "g", 0o600, "does not hold 64 hexadecimal digits"),
        ("ab" * 32, 0o600, "holds a weak key"),
    ],
)
def test_a_key_file_that_cannot_be_trusted_is_refused(tmp_path, text, mode, says):
    stored(tmp_path / "keys", text=text, mode=mode)
    with pytest.raises(KeyUnusable, match=says):
        decided(tmp_path).key("audit")


def test_production_makes_no_key(tmp_path):
    with pytest.raises(KeyUnusable, match=r"audit\.key cannot be read"):
        decided(tmp_path, CAIRN_MODE="production").key("audit")
    assert not (tmp_path / "keys").exists()


def test_production_takes_a_key_from_its_file_or_by_itself(tmp_path):
    stored(tmp_path / "keys")
    assert decided(tmp_path, CAIRN_MODE="production").key("audit") == KEY
    given = decided(tmp_path, CAIRN_MODE="production", CAIRN_AUDIT_KEY=KEY[::-1])
    assert given.key("audit") == KEY[::-1]


def test_a_key_given_by_itself_is_checked_too(tmp_path):
    with pytest.raises(KeyUnusable, match="CAIRN_DATABASE_KEY does not hold"):
        decided(tmp_path, CAIRN_DATABASE_KEY="secret").key("database")


def test_a_passphrase_gives_each_name_its_own_key_and_the_same_one_again():
    made = [keys.from_passphrase(PASSPHRASE, SALT, name) for name in ("audit", "database", "audit")]
    assert made[0] == made[2] != made[1]
    assert keys.from_passphrase(PASSPHRASE, KEY, "audit") != made[0]
    assert keys.from_passphrase(f"{PASSPHRASE}!", SALT, "audit") != made[0]


def test_a_short_passphrase_is_refused():
    with pytest.raises(KeyUnusable, match="at least twelve characters"):
        keys.from_passphrase("eleven char", SALT, "audit")


def test_with_a_passphrase_no_key_is_kept_and_another_passphrase_is_refused(tmp_path):
    locked = {"CAIRN_KEY_FROM": "passphrase", "CAIRN_PASSPHRASE": PASSPHRASE}
    key = decided(tmp_path, **locked).key("audit")
    assert decided(tmp_path, **locked).key("audit") == key
    kept = {path.name: path.read_text() for path in (tmp_path / "keys").iterdir()}
    assert set(kept) == {"salt.key", "proof.key"}
    assert key not in kept.values()
    with pytest.raises(KeyUnusable, match="not the passphrase"):
        decided(tmp_path, **{**locked, "CAIRN_PASSPHRASE": "a cairn on a warm hill"}).key("audit")


def test_keys_come_from_files_or_a_passphrase_and_nowhere_else(tmp_path):
    with pytest.raises(KeyUnusable, match="either file or passphrase"):
        decided(tmp_path, CAIRN_KEY_FROM="memory").key("audit")
