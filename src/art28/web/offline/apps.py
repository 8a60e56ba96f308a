"""The offline app."""

from django.apps import AppConfig


class OfflineConfig(AppConfig):
    """Installed as `art28.web.offline`."""

    name = "art28.web.offline"
    label = "offline"
