"""The costs app."""

from django.apps import AppConfig


class CostsConfig(AppConfig):
    """Installed as `art28.web.costs`."""

    name = "art28.web.costs"
    label = "costs"
