"""The pumps of signals: the mailbox by which they come in."""

from art28.web.intake.mailbox import pump

PUMPS = (pump,)
