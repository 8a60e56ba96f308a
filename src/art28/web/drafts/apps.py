"""The drafts app."""

from django.apps import AppConfig

from art28.web.drafts.joining import FILLINGS
from art28.web.late import Late


class DraftsConfig(AppConfig):
    """Installed as `art28.web.drafts`."""

    name = "art28.web.drafts"
    label = "drafts"

    def ready(self) -> None:
        """Say what fills in the mails about a round."""
        FILLINGS["round"] = Late("art28.web.drafts.rounds.fill")
