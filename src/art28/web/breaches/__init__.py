"""Personal data breaches: the facts once, and each agreement they touch with its own clock, questions and channel."""
