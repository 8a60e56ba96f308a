"""The append-only trail of everything done."""
