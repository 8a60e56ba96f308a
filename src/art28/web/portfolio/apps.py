"""The portfolio app."""

from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    """Installed as `art28.web.portfolio`."""

    name = "art28.web.portfolio"
    label = "portfolio"

    def ready(self) -> None:
        """Keep how an agreement stands as it is read; check again what a fact or another yardstick may change."""
        from art28.web.agreements.signals import duties_derived, reading_stored, readings_registered
        from art28.web.portfolio.following import follow_facts, follow_reading, follow_readings, follow_yardstick
        from art28.web.yardsticks.signals import yardstick_changed

        reading_stored.connect(follow_reading, dispatch_uid="portfolio.follow_reading")
        readings_registered.connect(follow_readings, dispatch_uid="portfolio.follow_readings")
        duties_derived.connect(follow_facts, dispatch_uid="portfolio.follow_facts")
        yardstick_changed.connect(follow_yardstick, dispatch_uid="portfolio.follow_yardstick")
