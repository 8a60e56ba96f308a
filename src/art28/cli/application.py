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
