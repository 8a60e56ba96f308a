"""The received app."""

from django.apps import AppConfig


class ReceivedConfig(AppConfig):
    """Installed as `art28.web.received`."""

    name = "art28.web.received"
    label = "received"
