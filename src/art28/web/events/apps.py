"""The events app."""

from django.apps import AppConfig

from art28.web.agreements.signals import duties_derived
from art28.web.late import follows


class EventsConfig(AppConfig):
    """Installed as `art28.web.events`."""

    name = "art28.web.events"
    label = "events"

    def ready(self) -> None:
        """Let an event that still runs start what the agreement promises besides since a fact was corrected."""
        follows(duties_derived, "art28.web.events.actions.start_missing")
