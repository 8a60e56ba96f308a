"""The services app."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """Installed as `art28.web.services`."""

    name = "art28.web.services"
    label = "services"
