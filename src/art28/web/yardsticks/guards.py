"""What the database holds of yardsticks: a choice stays as it was made, and a playbook that counted as it was written."""

from art28.web.database.triggers import Guard, append_only

_WRITTEN = "OLD.source <> NEW.source AND OLD.state <> 'draft'"

GUARDS = (
    *append_only("yardsticks_chosenprofile"),
    Guard("yardsticks_playbookversion", "UPDATE", "as_written", _WRITTEN),
    Guard("yardsticks_playbookversion", "DELETE", "kept", "OLD.state <> 'draft'"),
)
