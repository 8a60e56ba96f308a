"""The pumps of sheets: those that are to be made, and those that go."""

from art28.web.sheets.actions import forget
from art28.web.sheets.making import make_due

PUMPS = (make_due, forget)
