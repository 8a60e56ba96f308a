"""The pumps of checks: what was missed becomes an alarm, alarms are told, results by mail come in."""

from art28.web.controls.alarms import miss, tell

PUMPS = (miss, tell)
