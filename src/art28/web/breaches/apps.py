"""The breaches app."""

from django.apps import AppConfig


class BreachesConfig(AppConfig):
    """Installed as `art28.web.breaches`."""

    name = "art28.web.breaches"
    label = "breaches"
