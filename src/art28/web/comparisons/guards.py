"""What the database holds of comparisons: a document that was brought stays as it was read, and within its organisation."""

from art28.web.database.triggers import Guard

GUARDS = (Guard("comparisons_brought", "UPDATE", "no_update"),)
