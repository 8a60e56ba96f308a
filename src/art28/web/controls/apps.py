"""The app of recurring checks and of things with custody."""

from django.apps import AppConfig


class ControlsConfig(AppConfig):
    """Installed as `art28.web.controls`."""

    name = "art28.web.controls"
    label = "controls"
