"""The text as rules read it: statements by who acts and on what, phrases by concept, and what was found in statements that read the same."""
