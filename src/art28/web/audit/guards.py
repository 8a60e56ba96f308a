"""What the database holds of the trail: acts, seals and sealed records stay; content leaves only by erasure."""

from art28.web.database.triggers import Guard, append_only, same_organisation

_NOT_AN_ERASURE = (
    "NOT (OLD.content IS NOT NULL AND NEW.content IS NULL AND NEW.key IS NULL AND NEW.ground <> ''"
    " AND NEW.erased_at IS NOT NULL AND NEW.act_id = OLD.act_id AND NEW.organisation_id = OLD.organisation_id)"
)

# The mark by which the sealer finds an act goes with its seal, not before.
_NOT_SEALED = "NOT EXISTS (SELECT 1 FROM audit_sealedrecord AS sealed WHERE sealed.act_id = OLD.act_id)"

GUARDS = (
    *append_only("audit_act"),
    *append_only("audit_seal"),
    *append_only("audit_sealedrecord"),
    *same_organisation("audit_sealedrecord", "act_id", "audit_act"),
    *same_organisation("audit_unsealed", "act_id", "audit_act"),
    *same_organisation("audit_actcontent", "act_id", "audit_act"),
    Guard("audit_actcontent", "UPDATE", "erase_only", _NOT_AN_ERASURE),
    Guard("audit_unsealed", "UPDATE", "no_update"),
    Guard("audit_unsealed", "DELETE", "once_sealed", _NOT_SEALED),
    Guard("audit_actcontent", "DELETE", "no_delete"),
)
