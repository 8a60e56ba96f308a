"""Organisations to look at, for local use: people, agreements and years of history, told by the applications' own actions.

`building.py` makes them; each app's history is a module of its own, whose stories `telling.py` plays in order of time.
"""
