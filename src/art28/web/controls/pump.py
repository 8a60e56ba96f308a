"""The pumps of checks: results by mail come in, what was missed becomes an alarm, alarms are told."""

from art28.web.controls import mailbox
from art28.web.controls.alarms import miss, tell

PUMPS = (mailbox.pump, miss, tell)
