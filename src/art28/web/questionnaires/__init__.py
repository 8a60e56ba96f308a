"""What agreements ask about a breach, as people settled it, and what of it is asked once for all of them."""
