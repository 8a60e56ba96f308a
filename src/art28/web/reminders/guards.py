"""What the database holds of reminders: they stay within an organisation, and a message stays as it was sent."""

from art28.web.database.triggers import Guard, frozen, same_organisation

_FROZEN = ("organisation_id", "user_id", "kind", "language", "subject", "body_text", "body_html", "brief", "made_at")

GUARDS = (
    *same_organisation("reminders_standin", "membership_id", "accounts_membership"),
    *same_organisation("reminders_groupstandin", "team_id", "accounts_team"),
    *same_organisation("reminders_plan", "obligation_id", "clocks_obligation"),
    *same_organisation("reminders_reminder", "obligation_id", "clocks_obligation"),
    *same_organisation("reminders_reminder", "message_id", "reminders_message"),
    *same_organisation("reminders_message", "channel_id", "reminders_channel"),
    frozen("reminders_message", _FROZEN, name="as_sent"),
    frozen("reminders_reminder", ("organisation_id", "obligation_id", "user_id", "step", "due_at"), name="as_made"),
    Guard("reminders_message", "DELETE", "no_delete"),
    Guard("reminders_reminder", "DELETE", "no_delete"),
)
