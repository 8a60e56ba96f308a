"""What the database holds of tokens: what one lets do, and whose it is, stays as it was made."""

from art28.web.database.triggers import frozen

GUARDS = (frozen("api_apitoken", ("user_id", "scopes", "token_hash", "made_at", "expires_at")),)
