"""Tags of the pages about measures."""
