"""The app of new versions of agreements."""

from django.apps import AppConfig

from art28.web.agreements.signals import addendum_stored, reading_stored
from art28.web.drafts.joining import AMENDS, CLAUSES, FILLINGS, MAKERS, TOLD, WAITS
from art28.web.drafts.signals import version_made
from art28.web.late import Late, follows
from art28.web.signing.signals import moved


class AmendmentsConfig(AppConfig):
    """Installed as `art28.web.amendments`."""

    name = "art28.web.amendments"
    label = "amendments"

    def ready(self) -> None:
        """Follow what is signed and read, and say what fills in the mails about a revision."""
        FILLINGS["amendment"] = Late("art28.web.amendments.sending.fill")
        WAITS["amendment"] = Late("art28.web.amendments.holding.waits")
        MAKERS["amends"] = Late("art28.web.amendments.adding.make")
        CLAUSES["amends"] = Late("art28.web.amendments.adding.clauses")
        TOLD["amendment"] = Late("art28.web.amendments.holding.notice_of")
        AMENDS["amendment"] = Late("art28.web.amendments.adding.amends")
        follows(addendum_stored, "art28.web.amendments.holding.settle_addendum")
        follows(version_made, "art28.web.amendments.preparing.follow_draft")
        # After signing's own, which gives what was signed its facts.
        follows(reading_stored, "art28.web.amendments.holding.settle")
        follows(moved, "art28.web.amendments.holding.follow_signing")
