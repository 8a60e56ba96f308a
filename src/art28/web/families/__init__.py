"""Families of agreements: which are made on one template, what they have in common, and where each deviates."""
