"""The reminders app."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Installed as `art28.web.reminders`."""

    name = "art28.web.reminders"
    label = "reminders"

    def ready(self) -> None:
        """Let reminders follow a clock whose ground changes, in the transaction in which it does."""
        from art28.web.clocks.signals import clock_changed
        from art28.web.reminders.following import follow

        clock_changed.connect(follow, dispatch_uid="reminders.follow")
