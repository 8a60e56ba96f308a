"""The signing app."""

from importlib import import_module

from django.apps import AppConfig


class SigningConfig(AppConfig):
    """Installed as `art28.web.signing`."""

    name = "art28.web.signing"
    label = "signing"

    def ready(self) -> None:
        """Say what fills in the mails to signatories, and keep the facts of what was signed when it has been read."""
        posting = import_module("art28.web.drafts.posting")
        codes, filing = (import_module(f"art28.web.signing.{name}") for name in ("codes", "filing"))
        signals = import_module("art28.web.agreements.signals")
        posting.FILLINGS["signatory"] = codes.fill_link
        posting.FILLINGS["challenge"] = codes.fill_code
        signals.reading_stored.connect(filing.settle, dispatch_uid="signing.settle")
