"""What the database holds of questionnaires: they stay within an organisation, and a version stays as it was settled."""

from art28.web.database.triggers import Guard, frozen, same_organisation

_FROZEN = (
    "organisation_id", "agreement_id", "family_id", "read_mark", "number", "questions", "what", "words", "reason", "at",
    "by_id",
)  # fmt: skip

GUARDS = (
    *same_organisation("questionnaires_questionnaireversion", "agreement_id", "agreements_agreement"),
    *same_organisation("questionnaires_questionnaireversion", "family_id", "families_family"),
    frozen("questionnaires_questionnaireversion", _FROZEN, name="as_settled"),
    Guard("questionnaires_questionnaireversion", "DELETE", "no_delete"),
)
