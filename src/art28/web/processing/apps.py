"""The processing app."""

from django.apps import AppConfig

from art28.web.agreements.signals import duties_derived, reading_stored
from art28.web.late import follows


class ProcessingConfig(AppConfig):
    """Installed as `art28.web.processing`."""

    name = "art28.web.processing"
    label = "processing"

    def ready(self) -> None:
        """Have a record drawn up anew where what was read of its agreement, or decided on it, may have changed."""
        follows(reading_stored, "art28.web.processing.drawing.follow")
        follows(duties_derived, "art28.web.processing.drawing.follow")
