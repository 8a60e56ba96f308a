"""The notices app."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Installed as `art28.web.notices`."""

    name = "art28.web.notices"
    label = "notices"
