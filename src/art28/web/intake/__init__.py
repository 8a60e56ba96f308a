"""Signals: what anybody reports, what it is found to be, and the clocks that run meanwhile."""
