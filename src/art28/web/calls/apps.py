"""The calls app."""

from django.apps import AppConfig


class CallsConfig(AppConfig):
    """Installed as `art28.web.calls`."""

    name = "art28.web.calls"
    label = "calls"

    def ready(self) -> None:
        """Let whom a notice doesn't reach be called, in the transaction in which that becomes known."""
        from art28.web.calls.following import follow
        from art28.web.notices.signals import undelivered

        undelivered.connect(follow, dispatch_uid="calls.follow")
