"""The sub-processors app."""

from django.apps import AppConfig


class SubProcessorsConfig(AppConfig):
    """Installed as `art28.web.subprocessors`."""

    name = "art28.web.subprocessors"
    label = "subprocessors"
