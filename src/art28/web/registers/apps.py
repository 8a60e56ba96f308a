"""The registers app."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """Installed as `art28.web.registers`."""

    name = "art28.web.registers"
    label = "registers"
