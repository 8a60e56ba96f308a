"""The flow-down app."""

from django.apps import AppConfig

from art28.web.events.elsewhere import leads
from art28.web.late import Late


class FlowDownConfig(AppConfig):
    """Installed as `art28.web.flowdown`."""

    name = "art28.web.flowdown"
    label = "flowdown"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of evaluations and inspections lead."""
        leads(Late("art28.web.flowdown.queries.address"))
