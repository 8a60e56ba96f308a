"""The clocks app."""

from django.apps import AppConfig

from art28.web.agreements.signals import duties_derived
from art28.web.late import follows


class ClocksConfig(AppConfig):
    """Installed as `art28.web.clocks`."""

    name = "art28.web.clocks"
    label = "clocks"

    def ready(self) -> None:
        """Let running clocks follow what an agreement promises, in the transaction in which that changes."""
        follows(duties_derived, "art28.web.clocks.correcting.follow")
