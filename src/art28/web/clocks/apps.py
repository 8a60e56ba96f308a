"""The clocks app."""

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """Installed as `art28.web.clocks`."""

    name = "art28.web.clocks"
    label = "clocks"
