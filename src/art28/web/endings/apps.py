"""The endings app."""

from django.apps import AppConfig


class EndingsConfig(AppConfig):
    """Installed as `art28.web.endings`."""

    name = "art28.web.endings"
    label = "endings"
