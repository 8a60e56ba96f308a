"""The lifecycle app."""

from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    """Installed as `art28.web.lifecycle`."""

    name = "art28.web.lifecycle"
    label = "lifecycle"
