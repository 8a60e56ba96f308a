"""The reports app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Installed as `art28.web.reports`."""

    name = "art28.web.reports"
    label = "reports"
