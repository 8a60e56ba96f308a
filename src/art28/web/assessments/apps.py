"""The assessments app."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """Installed as `art28.web.assessments`."""

    name = "art28.web.assessments"
    label = "assessments"
