"""The agreements app."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Installed as `art28.web.agreements`."""

    name = "art28.web.agreements"
    label = "agreements"
