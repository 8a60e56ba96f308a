"""The outbox: messages as they are sent, how far each got, and the page behind its link."""
