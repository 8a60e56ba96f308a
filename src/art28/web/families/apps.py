"""The families app."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """Installed as `art28.web.families`."""

    name = "art28.web.families"
    label = "families"

    def ready(self) -> None:
        """Keep what each agreement is recognised by, in the transaction that stores its reading."""
        from art28.web.agreements.signals import reading_stored, readings_registered
        from art28.web.families.keeping import keep_reading, keep_readings

        reading_stored.connect(keep_reading, dispatch_uid="families.keep_reading")
        readings_registered.connect(keep_readings, dispatch_uid="families.keep_readings")
