"""Sheets that were brought go after a month."""

from art28.web.house.actions import forget

PUMPS = (forget,)
