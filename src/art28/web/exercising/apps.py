"""The app of exercises as they are carried out; what one is, and what belongs to it, `exercises` knows."""

from django.apps import AppConfig


class ExercisingConfig(AppConfig):
    """Installed as `art28.web.exercising`."""

    name = "art28.web.exercising"
    label = "exercising"
