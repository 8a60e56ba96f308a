"""The database app: no tables of its own; it installs every app's guards after a migration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from art28.web.database import triggers


class DatabaseConfig(AppConfig):
    """Connects the guards to migrations; listed last, so that every app's tables exist."""

    name = "art28.web.database"
    label = "database"

    def ready(self) -> None:
        """Listen to migrations."""
        pre_migrate.connect(triggers.before_migration, dispatch_uid="art28-guards")
        post_migrate.connect(triggers.after_migration, dispatch_uid="art28-guards")
