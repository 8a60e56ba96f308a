"""The app of the API."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Installed as `art28.web.api`."""

    name = "art28.web.api"
    label = "api"
