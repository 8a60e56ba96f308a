"""The events app."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Installed as `art28.web.events`."""

    name = "art28.web.events"
    label = "events"
