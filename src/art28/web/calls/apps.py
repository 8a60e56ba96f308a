"""The calls app."""

from django.apps import AppConfig


class CallsConfig(AppConfig):
    """Installed as `art28.web.calls`."""

    name = "art28.web.calls"
    label = "calls"
