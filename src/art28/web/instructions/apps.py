"""The app of instructions."""

from django.apps import AppConfig

from art28.web.events.elsewhere import leads
from art28.web.late import Late


class InstructionsConfig(AppConfig):
    """Installed as `art28.web.instructions`."""

    name = "art28.web.instructions"
    label = "instructions"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of an instruction lead."""
        leads(Late("art28.web.instructions.queries.address"))
