"""The app of own purposes."""

from django.apps import AppConfig


class PurposesConfig(AppConfig):
    """Installed as `art28.web.purposes`."""

    name = "art28.web.purposes"
    label = "purposes"
