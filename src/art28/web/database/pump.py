"""What the worker does for the database itself."""

from art28.web.database.statistics import Renewing

PUMPS = (Renewing(),)
