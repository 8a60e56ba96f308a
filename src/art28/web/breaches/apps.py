"""The breaches app."""

from django.apps import AppConfig

from art28.web.clocks.signals import clock_begins, clock_changed
from art28.web.late import follows


class BreachesConfig(AppConfig):
    """Installed as `art28.web.breaches`."""

    name = "art28.web.breaches"
    label = "breaches"

    def ready(self) -> None:
        """Let the room of a breach follow its clocks, in the transaction in which one changes."""
        follows(clock_changed, "art28.web.breaches.following.follow")
        follows(clock_begins, "art28.web.breaches.following.begins")
