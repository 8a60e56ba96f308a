"""The app of data subject requests."""

from django.apps import AppConfig

from art28.web.events.elsewhere import leads
from art28.web.late import Late


class RequestsConfig(AppConfig):
    """Installed as `art28.web.requests`."""

    name = "art28.web.requests"
    label = "requests"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of a request lead."""
        leads(Late("art28.web.requests.queries.address"))
