"""The received app."""

from django.apps import AppConfig

from art28.web.intake.signals import joined
from art28.web.late import follows


class ReceivedConfig(AppConfig):
    """Installed as `art28.web.received`."""

    name = "art28.web.received"
    label = "received"

    def ready(self) -> None:
        """Let a report that came with a signal go along to the breach that the signal belongs to."""
        follows(joined, "art28.web.received.enclosed.follow")
