"""The breaches app."""

from django.apps import AppConfig


class BreachesConfig(AppConfig):
    """Installed as `art28.web.breaches`."""

    name = "art28.web.breaches"
    label = "breaches"

    def ready(self) -> None:
        """Let the room of a breach follow its clocks, in the transaction in which one changes."""
        from art28.web.breaches.following import begins, follow
        from art28.web.clocks.signals import clock_begins, clock_changed

        clock_changed.connect(follow, dispatch_uid="breaches.follow")
        clock_begins.connect(begins, dispatch_uid="breaches.begins")
