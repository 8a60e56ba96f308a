"""The contacts app."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    """Installed as `art28.web.contacts`."""

    name = "art28.web.contacts"
    label = "contacts"
