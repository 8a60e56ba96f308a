"""The sub-processors app."""

from django.apps import AppConfig

from art28.web.events.elsewhere import leads
from art28.web.late import Late


class SubProcessorsConfig(AppConfig):
    """Installed as `art28.web.subprocessors`."""

    name = "art28.web.subprocessors"
    label = "subprocessors"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of a change lead."""
        leads(Late("art28.web.subprocessors.proposals.address"))
