"""The app of new versions of agreements."""

from importlib import import_module

from django.apps import AppConfig


class AmendmentsConfig(AppConfig):
    """Installed as `art28.web.amendments`."""

    name = "art28.web.amendments"
    label = "amendments"

    def ready(self) -> None:
        """Follow what is signed and read, and say what fills in the mails about a revision."""
        holding, sending = (import_module(f"art28.web.amendments.{name}") for name in ("holding", "sending"))
        posting, filing = (import_module(f"art28.web.drafts.{name}") for name in ("posting", "filing"))
        read = import_module("art28.web.agreements.signals").reading_stored
        moved = import_module("art28.web.signing.signals").moved
        posting.FILLINGS["amendment"] = sending.fill
        if holding.waits not in filing.WAITS:
            filing.WAITS.append(holding.waits)
        # After signing's own, which gives what was signed its facts.
        read.connect(holding.settle, dispatch_uid="amendments.settle")
        moved.connect(holding.follow_signing, dispatch_uid="amendments.follow_signing")
