"""The comparisons app."""

from django.apps import AppConfig


class ComparisonsConfig(AppConfig):
    """Installed as `art28.web.comparisons`."""

    name = "art28.web.comparisons"
    label = "comparisons"
