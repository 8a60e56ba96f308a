"""What stops a backup from being made or put back."""


class RefusedBackup(Exception):
    """Nothing was changed; the message is one line that says what, where, why and what to do."""
