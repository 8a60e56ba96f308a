"""Two agreements -> where they differ: by fact, by clause, word by word."""
