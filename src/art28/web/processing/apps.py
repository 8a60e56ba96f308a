"""The processing app."""

from django.apps import AppConfig


class ProcessingConfig(AppConfig):
    """Installed as `art28.web.processing`."""

    name = "art28.web.processing"
    label = "processing"

    def ready(self) -> None:
        """Have a record drawn up anew where what was read of its agreement, or decided on it, may have changed."""
        from art28.web.agreements.signals import duties_derived, reading_stored
        from art28.web.processing.drawing import follow

        reading_stored.connect(follow, dispatch_uid="processing.follow_reading")
        duties_derived.connect(follow, dispatch_uid="processing.follow_facts")
