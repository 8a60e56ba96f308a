"""The audit app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Installed as `art28.web.audit`."""

    name = "art28.web.audit"
    label = "audit"
