"""Packs of requirements as data, and what holds an agreement against them."""
