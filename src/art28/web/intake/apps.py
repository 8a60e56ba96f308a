"""The app of signals."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """From a signal to the decision whether it is a personal data breach."""

    name = "art28.web.intake"
    label = "intake"
