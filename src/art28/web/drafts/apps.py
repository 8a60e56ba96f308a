"""The drafts app."""

from importlib import import_module

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Installed as `art28.web.drafts`."""

    name = "art28.web.drafts"
    label = "drafts"

    def ready(self) -> None:
        """Say what fills in the mails about a round."""
        posting, rounds = (import_module(f"art28.web.drafts.{name}") for name in ("posting", "rounds"))
        posting.FILLINGS["round"] = rounds.fill
