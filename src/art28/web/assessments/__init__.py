"""The controller's side of a breach: awareness, risk and decision, consultation, the authority, the people concerned."""
