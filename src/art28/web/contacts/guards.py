"""What the database holds of contact persons: appointments stay as made, escalations as written; nothing crosses tenants."""

from art28.web.database.triggers import append_only, frozen, same_organisation, unless_erased

_AGREEMENTS = "agreements_agreement"
_CHANGED, _DELETED = append_only("contacts_escalation")
GUARDS = (
    *unless_erased((_CHANGED,), "OLD.breach_id"),
    _DELETED,
    *append_only("contacts_rhythm"),
    frozen(
        "contacts_appointment", ("organisation_id", "agreement_id", "level", "name", "role", "email", "phone", "at")
    ),
    frozen("contacts_telling", ("organisation_id", "appointment_id", "agreement_id", "ended", "at")),
    frozen("contacts_question", ("organisation_id", "contact_id", "agreement_id", "token", "asked_at")),
    *same_organisation("contacts_appointment", "agreement_id", _AGREEMENTS),
    *same_organisation("contacts_telling", "agreement_id", _AGREEMENTS),
    *same_organisation("contacts_telling", "appointment_id", "contacts_appointment"),
    *same_organisation("contacts_escalation", "agreement_id", _AGREEMENTS),
    *same_organisation("contacts_escalation", "breach_id", "breaches_breach"),
    *same_organisation("contacts_question", "contact_id", "parties_contact"),
    *same_organisation("contacts_question", "agreement_id", _AGREEMENTS),
)
