"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Installed as `art28.web.accounts`."""

    name = "art28.web.accounts"
    label = "accounts"
