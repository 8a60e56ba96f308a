"""The door for other programs: tokens, and what they may ask and report over HTTP as JSON."""
