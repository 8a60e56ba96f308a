"""The signing app."""

from django.apps import AppConfig

from art28.web.agreements.signals import reading_stored
from art28.web.drafts.joining import FILLINGS
from art28.web.late import Late, follows


class SigningConfig(AppConfig):
    """Installed as `art28.web.signing`."""

    name = "art28.web.signing"
    label = "signing"

    def ready(self) -> None:
        """Say what fills in the mails to signatories, and keep the facts of what was signed when it has been read."""
        FILLINGS["signatory"] = Late("art28.web.signing.codes.fill_link")
        FILLINGS["challenge"] = Late("art28.web.signing.codes.fill_code")
        follows(reading_stored, "art28.web.signing.filing.settle")
