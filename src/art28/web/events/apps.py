"""The events app."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Installed as `art28.web.events`."""

    name = "art28.web.events"
    label = "events"

    def ready(self) -> None:
        """Let an event that still runs start what the agreement promises besides since a fact was corrected."""
        from art28.web.agreements.signals import duties_derived
        from art28.web.events.actions import start_missing

        duties_derived.connect(start_missing, dispatch_uid="events.start_missing")
