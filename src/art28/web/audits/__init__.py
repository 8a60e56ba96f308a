"""Audits of processors (Art. 28(3)(h)): whether one may be held, how it goes, what it finds, and who pays."""
