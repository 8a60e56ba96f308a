"""Dry runs: what is played, and by what it is told from what is real; `exercising` carries one out."""
