"""The measures app."""

from django.apps import AppConfig

from art28.web.events.elsewhere import leads
from art28.web.late import Late


class MeasuresConfig(AppConfig):
    """Installed as `art28.web.measures`."""

    name = "art28.web.measures"
    label = "measures"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of reviews and certificates lead."""
        leads(Late("art28.web.measures.library.address"))
