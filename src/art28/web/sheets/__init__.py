"""A sheet of customers for a template of ours: brought, looked at, made into a draft a row."""
