"""A start instant, a period and a regime become the last moment, with every step of the count."""
