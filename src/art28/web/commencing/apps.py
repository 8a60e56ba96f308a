"""The commencing app."""

from django.apps import AppConfig


class CommencingConfig(AppConfig):
    """Installed as `art28.web.commencing`."""

    name = "art28.web.commencing"
    label = "commencing"
