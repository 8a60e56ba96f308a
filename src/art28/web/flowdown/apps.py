"""The flow-down app."""

from django.apps import AppConfig


class FlowDownConfig(AppConfig):
    """Installed as `art28.web.flowdown`."""

    name = "art28.web.flowdown"
    label = "flowdown"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of evaluations and inspections lead."""
        from art28.web.events.elsewhere import leads
        from art28.web.flowdown.queries import address

        leads(address)
