"""The disclosures app."""

from django.apps import AppConfig


class DisclosuresConfig(AppConfig):
    """Installed as `art28.web.disclosures`."""

    name = "art28.web.disclosures"
    label = "disclosures"
