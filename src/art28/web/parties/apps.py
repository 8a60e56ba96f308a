"""The parties app."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """Installed as `art28.web.parties`."""

    name = "art28.web.parties"
    label = "parties"
