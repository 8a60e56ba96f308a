"""The end of an agreement, from notice to certificate; and what is kept how long before and after it."""
