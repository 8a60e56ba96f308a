"""The app of audits."""

from django.apps import AppConfig

from art28.web.events.elsewhere import leads
from art28.web.late import Late


class AuditsConfig(AppConfig):
    """Installed as `art28.web.audits`."""

    name = "art28.web.audits"
    label = "audits"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of an audit lead."""
        leads(Late("art28.web.audits.queries.address"))
