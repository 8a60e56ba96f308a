"""All agreements against all requirements: how each stands, what changed since, which risks were accepted, checking again."""
