"""The expenses app."""

from django.apps import AppConfig


class ExpensesConfig(AppConfig):
    """Installed as `art28.web.expenses`."""

    name = "art28.web.expenses"
    label = "expenses"
