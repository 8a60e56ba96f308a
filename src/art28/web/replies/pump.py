"""The pumps of what comes back."""

from art28.web.replies.mailbox import pump

PUMPS = (pump,)
