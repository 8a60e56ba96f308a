"""Registers: what must be documented, on screen and as documents; lessons and measures until they are done; figures."""
