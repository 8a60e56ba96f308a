"""The families app."""

from django.apps import AppConfig

from art28.web.agreements.signals import reading_stored, readings_registered
from art28.web.late import follows


class FamiliesConfig(AppConfig):
    """Installed as `art28.web.families`."""

    name = "art28.web.families"
    label = "families"

    def ready(self) -> None:
        """Keep what each agreement is recognised by, in the transaction that stores its reading."""
        follows(reading_stored, "art28.web.families.keeping.keep_reading")
        follows(readings_registered, "art28.web.families.keeping.keep_readings")
