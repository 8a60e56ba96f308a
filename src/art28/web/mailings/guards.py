"""What the database holds of mailings: they stay within an organisation, and their lists stay."""

from art28.web.database.triggers import Guard, frozen, same_organisation

GUARDS = (
    *same_organisation("mailings_mailingline", "mailing_id", "mailings_mailing"),
    *same_organisation("mailings_mailingline", "agreement_id", "agreements_agreement"),
    *same_organisation("mailings_mailingline", "message_id", "notices_outboxmessage"),
    frozen(
        "mailings_mailing", ("organisation_id", "subject_kind", "subject_id", "notice_kind", "choice", "made_by_id")
    ),
    frozen("mailings_mailingline", ("organisation_id", "mailing_id", "agreement_id")),
    Guard("mailings_mailing", "DELETE", "no_delete"),
    # A line may go while the list is drawn up and looked at again, never once it is in the outbox.
    Guard("mailings_mailingline", "DELETE", "no_delete", "OLD.standing = 'left'"),
)
