"""Keys tell nothing, columns carry their class, the machine's time is aware."""

from datetime import UTC

from cairn.kernel import clock
from cairn.kernel.handling import CASE, Handling
from cairn.kernel.key import KEY_LENGTH, draw_key


def test_keys_are_long_random_and_safe_in_addresses():
    keys = {draw_key() for _ in range(500)}
    assert len(keys) == 500
    assert {len(key) for key in keys} == {KEY_LENGTH}
    assert not set("".join(keys)) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def test_a_column_carries_the_class_it_was_given():
    class Column:
        handling: Handling

    column = Column()
    assert CASE(column) is column
    assert column.handling is Handling.CASE


def test_the_machines_time_is_aware_and_its_other_clock_never_goes_back():
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() <= clock.monotonic()
