"""What holds for every table: class of each column, protected links that point down, one manager, named constraints."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.test.utils import isolate_apps

from cairn.kernel.handling import CASE
from tests.gates import tables


def columns() -> list[type[models.Model]]:
    return tables.ours(tables.every_table())


HOLDS_FOR_ALL = (
    tables.without_class,
    tables.not_protected,
    tables.pointing_up,
    tables.naming_themselves_below,
    tables.with_another_manager,
    tables.unnamed_constraints,
    tables.without_meaning,
)


@pytest.mark.parametrize("gate", HOLDS_FOR_ALL, ids=lambda gate: gate.__name__)
def test_every_table_of_ours_passes(gate: Callable[[list[type[models.Model]]], list[str]]):
    assert gate(columns()) == []


@pytest.mark.parametrize("gate", HOLDS_FOR_ALL, ids=lambda gate: gate.__name__)
@isolate_apps("cairn.partnership", "cairn.cases")
def test_a_table_that_breaks_every_rule_is_found_by_each(gate: Callable[[list[type[models.Model]]], list[str]]):
    class Careless(models.Model):  # noqa: DJ008
        name = models.CharField(max_length=10)
        case = CASE(models.ForeignKey("cases.Case", on_delete=models.CASCADE))

        class Meta:
            app_label = "partnership"
            constraints = (models.CheckConstraint(condition=~models.Q(name=""), name="named"),)

    assert gate([Careless])


def test_only_the_libraries_in_the_list_bring_tables_and_the_list_names_no_others():
    foreign = {
        table._meta.label for table in tables.every_table() if not table.__module__.startswith(("cairn.", "tests."))
    }
    assert foreign == tables.THIRD_PARTY


def test_the_manager_of_django_is_kept_for_accounts_alone():
    assert {
        table._meta.label for table in columns() if "objects" in {manager.name for manager in table._meta.managers}
    } == tables.KEEPS_DJANGOS_MANAGER


def unwritten_migrations(state: ProjectState) -> set[str]:
    """Apps whose tables, as described in this state, have no migration yet."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    changes = MigrationAutodetector(loader.project_state(), state).changes(graph=loader.graph)
    return set(changes)


def test_migrations_are_in_step_with_the_tables():
    assert unwritten_migrations(ProjectState.from_apps(apps)) == set()


def test_a_column_without_a_migration_is_found():
    state = ProjectState.from_apps(apps)
    state.add_field("partnership", "agency", "motto", models.CharField(max_length=10, default=""), True)
    assert unwritten_migrations(state) == {"partnership"}
