"""Rules, a file or a folder for each topic of the catalogue of facts."""
