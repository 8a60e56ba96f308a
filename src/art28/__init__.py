"""art28 carries out processor agreements (GDPR Art. 28)."""

__version__ = "0.1.0"
