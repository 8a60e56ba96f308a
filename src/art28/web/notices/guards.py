"""What the database holds of messages: they stay within an organisation, stay as sent, and stay."""

from art28.web.database.triggers import Guard, frozen, same_organisation, unless_erased

_FROZEN = (
    "organisation_id",
    "agreement_id",
    "obligation_id",
    "carrier_id",
    "carries",
    "subject_kind",
    "subject_id",
    "kind",
    "idempotency_key",
    "message_id",
    "token",
    "sender",
    "recipient",
    "recipient_name",
    "language",
    "texts_version",
    "subject",
    "body_text",
    "body_html",
    "page_html",
    "notice",
    "in_full",
    "evidence_head",
    "evidence_count",
    "handed_over_at",
)

GUARDS = (
    *same_organisation("notices_outboxmessage", "agreement_id", "agreements_agreement"),
    *same_organisation("notices_outboxmessage", "obligation_id", "clocks_obligation"),
    *same_organisation("notices_outboxmessage", "carrier_id", "notices_outboxmessage"),
    *unless_erased((frozen("notices_outboxmessage", _FROZEN, name="as_sent"),), "OLD.subject_id"),
    Guard("notices_outboxmessage", "DELETE", "no_delete"),
)
