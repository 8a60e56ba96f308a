"""The app of claims."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """Installed as `art28.web.claims`."""

    name = "art28.web.claims"
    label = "claims"

    def ready(self) -> None:
        """Let the page of an event know where the clocks of a claim lead, and the timeline what was claimed."""
        from art28.web.claims.queries import address
        from art28.web.claims.timeline import entries
        from art28.web.events.elsewhere import leads
        from art28.web.lifecycle.timeline import tells

        leads(address)
        tells(entries)
