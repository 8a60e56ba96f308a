"""The yardsticks app."""

from django.apps import AppConfig


class YardsticksConfig(AppConfig):
    """Installed as `art28.web.yardsticks`."""

    name = "art28.web.yardsticks"
    label = "yardsticks"
