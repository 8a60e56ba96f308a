"""Agreements of our own: drafted for a counterparty, negotiated, and kept by version."""
