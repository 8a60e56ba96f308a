"""The measures app."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Installed as `art28.web.measures`."""

    name = "art28.web.measures"
    label = "measures"
