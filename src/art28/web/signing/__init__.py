"""Signing an agreement that was drafted here: by whom, how each is known, what was signed, and the seal over it."""
