"""The calls app."""

from django.apps import AppConfig

from art28.web.late import follows
from art28.web.notices.signals import undelivered


class CallsConfig(AppConfig):
    """Installed as `art28.web.calls`."""

    name = "art28.web.calls"
    label = "calls"

    def ready(self) -> None:
        """Let whom a notice doesn't reach be called, in the transaction in which that becomes known."""
        follows(undelivered, "art28.web.calls.following.follow")
