"""The house app."""

from django.apps import AppConfig

from art28.web.drafts.joining import MAKERS
from art28.web.late import Late


class HouseConfig(AppConfig):
    """Installed as `art28.web.house`."""

    name = "art28.web.house"
    label = "house"

    def ready(self) -> None:
        """Say what makes a draft of a house template."""
        MAKERS["house"] = Late("art28.web.house.drafting.make")
