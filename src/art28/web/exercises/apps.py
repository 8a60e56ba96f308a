"""The exercises app."""

from django.apps import AppConfig


class ExercisesConfig(AppConfig):
    """Installed as `art28.web.exercises`."""

    name = "art28.web.exercises"
    label = "exercises"
