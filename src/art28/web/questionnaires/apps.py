"""The questionnaires app."""

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    """Installed as `art28.web.questionnaires`."""

    name = "art28.web.questionnaires"
    label = "questionnaires"
