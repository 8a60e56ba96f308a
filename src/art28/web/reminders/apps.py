"""The reminders app."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Installed as `art28.web.reminders`."""

    name = "art28.web.reminders"
    label = "reminders"

    def ready(self) -> None:
        """Let reminders follow a clock whose ground changes and a notice that reaches nobody, in the same transaction."""
        from art28.web.clocks.signals import clock_changed
        from art28.web.notices.signals import undelivered
        from art28.web.reminders.following import follow, tell_of_undelivered

        clock_changed.connect(follow, dispatch_uid="reminders.follow")
        undelivered.connect(tell_of_undelivered, dispatch_uid="reminders.tell_of_undelivered")
