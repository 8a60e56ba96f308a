"""Requests of data subjects (Arts 12 and 15 to 22): whose data, under which agreements, handled in time, with proof."""
