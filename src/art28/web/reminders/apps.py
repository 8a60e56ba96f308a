"""The reminders app."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Installed as `art28.web.reminders`."""

    name = "art28.web.reminders"
    label = "reminders"
