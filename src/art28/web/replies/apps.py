"""The app of what comes back."""

from django.apps import AppConfig


class RepliesConfig(AppConfig):
    """Installed as `art28.web.replies`."""

    name = "art28.web.replies"
    label = "replies"
