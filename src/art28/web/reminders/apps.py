"""The reminders app."""

from django.apps import AppConfig

from art28.web.clocks.signals import clock_changed
from art28.web.late import follows
from art28.web.notices.signals import undelivered


class RemindersConfig(AppConfig):
    """Installed as `art28.web.reminders`."""

    name = "art28.web.reminders"
    label = "reminders"

    def ready(self) -> None:
        """Let reminders follow a clock whose ground changes and a notice that reaches nobody, in the same transaction."""
        follows(clock_changed, "art28.web.reminders.following.follow")
        follows(undelivered, "art28.web.reminders.following.tell_of_undelivered")
