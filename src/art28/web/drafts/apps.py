"""The drafts app."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Installed as `art28.web.drafts`."""

    name = "art28.web.drafts"
    label = "drafts"
