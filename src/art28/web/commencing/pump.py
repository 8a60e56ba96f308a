"""The pump of commencements."""

from art28.web.commencing.working import carry_on

PUMPS = (carry_on,)
