"""Many agreements that come into force at once: each looked at by its gate first; one that lacks something stays out."""
