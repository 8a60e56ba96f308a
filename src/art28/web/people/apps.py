"""The people app."""

from django.apps import AppConfig

from art28.web.events.elsewhere import leads
from art28.web.late import Late


class PeopleConfig(AppConfig):
    """Installed as `art28.web.people`."""

    name = "art28.web.people"
    label = "people"

    def ready(self) -> None:
        """Let the page of a clock know where the person stands whom it is about."""
        leads(Late("art28.web.people.queries.address"))
