"""An empty database -> all tables of this version at once, and every migration recorded as applied.

Django's `migrate` renders all models anew for each of some hundred operations: a minute, for what is a second's work where
there is nothing to alter. A test holds both ways against each other, table by table.
"""

from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import connections
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations import RunPython
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation, ModelOperation
from django.db.migrations.recorder import MigrationRecorder

_SHAPES = (ModelOperation, FieldOperation, IndexOperation)
"""What these do stands in the models as they are now."""


def create(using: str = "default") -> bool:
    """Make the tables, run what migrations run besides, and record these, in one transaction; False where tables are there.

    An app whose migrations do what only they know is left to `migrate`, which is run after this in any case: it finds
    nothing else to do, and sends the signals by which guards and content types are made.
    """
    connection = connections[using]
    if connection.introspection.table_names():
        return False
    plan = _plan(using)
    known = _known(plan)
    made = [each for each in plan if each.app_label in known]
    with connection.schema_editor() as editor:
        editor.create_model(MigrationRecorder.Migration)
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy and model._meta.app_label in known:
                editor.create_model(model)
        for code in _codes(made):
            code(apps, editor)
        applied = MigrationRecorder(connection).migration_qs
        applied.bulk_create(applied.model(app=each.app_label, name=each.name) for each in made)
    return True


def _plan(using: str) -> list[Migration]:
    """Every migration there is, in the order in which they depend on each other."""
    executor = MigrationExecutor(connections[using])
    return [each for each, _ in executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)]


def _known(plan: list[Migration]) -> frozenset[str]:
    """The apps whose migrations shape tables and run Python, and nothing else."""
    others = {
        each.app_label for each in plan if not all(isinstance(step, (*_SHAPES, RunPython)) for step in each.operations)
    }
    return frozenset(each.app_label for each in plan) - others


def _codes(migrations: list[Migration]) -> Iterator[Callable[..., None]]:
    for each in migrations:
        yield from (step.code for step in each.operations if isinstance(step, RunPython))
