"""What the database holds of mails that came back: they stay within an organisation, and as they came."""

from art28.web.database.triggers import frozen, same_organisation

_FROZEN = ("organisation_id", "message_id", "kind", "mail_id", "sender", "subject", "status", "received_at", "kept_at")

GUARDS = (
    frozen("replies_reply", (*_FROZEN, "sha256", "data")),
    *same_organisation("replies_reply", "message_id", "notices_outboxmessage"),
)
