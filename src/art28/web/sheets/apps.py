"""The sheets app."""

from django.apps import AppConfig


class SheetsConfig(AppConfig):
    """Installed as `art28.web.sheets`."""

    name = "art28.web.sheets"
    label = "sheets"
