"""Documented instructions (Art. 28(3)(a)), what controllers declare, and help with impact assessments and consultation."""
