"""The app of audits."""

from django.apps import AppConfig


class AuditsConfig(AppConfig):
    """Installed as `art28.web.audits`."""

    name = "art28.web.audits"
    label = "audits"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of an audit lead."""
        from art28.web.audits.queries import address
        from art28.web.events.elsewhere import leads

        leads(address)
