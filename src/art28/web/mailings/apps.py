"""The mailings app."""

from django.apps import AppConfig


class MailingsConfig(AppConfig):
    """Installed as `art28.web.mailings`."""

    name = "art28.web.mailings"
    label = "mailings"
