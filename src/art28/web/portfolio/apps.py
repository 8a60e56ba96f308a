"""The portfolio app."""

from django.apps import AppConfig

from art28.web.agreements.signals import duties_derived, reading_stored, readings_registered
from art28.web.late import follows
from art28.web.yardsticks.signals import yardstick_changed


class PortfolioConfig(AppConfig):
    """Installed as `art28.web.portfolio`."""

    name = "art28.web.portfolio"
    label = "portfolio"

    def ready(self) -> None:
        """Keep how an agreement stands as it is read; check again what a fact or another yardstick may change."""
        follows(reading_stored, "art28.web.portfolio.following.follow_reading")
        follows(readings_registered, "art28.web.portfolio.following.follow_readings")
        follows(duties_derived, "art28.web.portfolio.following.follow_facts")
        follows(yardstick_changed, "art28.web.portfolio.following.follow_yardstick")
