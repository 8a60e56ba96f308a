"""What ends a command early."""


class UsageError(Exception):
    """Bad input or usage: the message is one clear line for stderr; the exit code is 2."""
