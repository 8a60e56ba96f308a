"""What a careful reader objects to, an entry each, and what finds it."""
