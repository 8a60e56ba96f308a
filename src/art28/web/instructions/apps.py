"""The app of instructions."""

from django.apps import AppConfig


class InstructionsConfig(AppConfig):
    """Installed as `art28.web.instructions`."""

    name = "art28.web.instructions"
    label = "instructions"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of an instruction lead."""
        from art28.web.events.elsewhere import leads
        from art28.web.instructions.queries import address

        leads(address)
