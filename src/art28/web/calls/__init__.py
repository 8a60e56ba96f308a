"""The shared call list of a breach: who is to be called, by whom it is being done, who was reached when."""
