"""Documents that were brought go after a month."""

from art28.web.comparisons.actions import forget

PUMPS = (forget,)
