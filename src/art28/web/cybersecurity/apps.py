"""The cybersecurity app."""

from django.apps import AppConfig


class CybersecurityConfig(AppConfig):
    """Installed as `art28.web.cybersecurity`."""

    name = "art28.web.cybersecurity"
    label = "cybersecurity"
