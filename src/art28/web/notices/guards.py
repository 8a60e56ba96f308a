"""What the database holds of messages: they stay within an organisation, stay as sent, and stay."""

from art28.web.database.triggers import Guard, same_organisation

_FROZEN = (
    "organisation_id",
    "agreement_id",
    "idempotency_key",
    "message_id",
    "token",
    "sender",
    "recipient",
    "subject",
    "body_text",
    "body_html",
    "page_html",
    "evidence_head",
    "evidence_count",
    "handed_over_at",
)

GUARDS = (
    *same_organisation("notices_outboxmessage", "agreement_id", "agreements_agreement"),
    *same_organisation("notices_outboxmessage", "obligation_id", "clocks_obligation"),
    Guard("notices_outboxmessage", "UPDATE", "as_sent", " OR ".join(f"NEW.{name} <> OLD.{name}" for name in _FROZEN)),
    Guard("notices_outboxmessage", "DELETE", "no_delete"),
)
