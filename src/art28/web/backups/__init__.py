"""The whole database as one file, made while art28 runs, and put back with later erasures carried out again."""
