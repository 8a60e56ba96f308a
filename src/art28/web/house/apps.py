"""The house app."""

from importlib import import_module

from django.apps import AppConfig


class HouseConfig(AppConfig):
    """Installed as `art28.web.house`."""

    name = "art28.web.house"
    label = "house"

    def ready(self) -> None:
        """Say what makes a draft of a house template."""
        chosen, drafting = import_module("art28.web.drafts.chosen"), import_module("art28.web.house.drafting")
        chosen.MAKERS[drafting.KIND] = drafting.make
