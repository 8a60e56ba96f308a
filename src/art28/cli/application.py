"""The web application's models for a command that needs the database."""

import os

from art28.cli.errors import UsageError


def ready() -> None:
    """Set Django up; raises UsageError where a setting is wrong or missing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "art28.web.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    from art28.web.environment import InvalidSetting

    try:
        django.setup()
    except (ImproperlyConfigured, InvalidSetting) as error:
        raise UsageError(str(error)) from error


def require_tables() -> None:
    """Raise UsageError where the database is behind this version."""
    from django.db import DEFAULT_DB_ALIAS, connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise UsageError("the database is behind this version: run `art28 migrate` first")
    connections.close_all()
