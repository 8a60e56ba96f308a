"""The app of claims."""

from django.apps import AppConfig

from art28.web.events.elsewhere import leads
from art28.web.late import Late
from art28.web.lifecycle.happening import tells


class ClaimsConfig(AppConfig):
    """Installed as `art28.web.claims`."""

    name = "art28.web.claims"
    label = "claims"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of a claim lead, and the timeline what was claimed."""
        leads(Late("art28.web.claims.queries.address"))
        tells(Late("art28.web.claims.timeline.entries"))
