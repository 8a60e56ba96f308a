"""The pages app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Installed as `art28.web.pages`."""

    name = "art28.web.pages"
    label = "pages"
