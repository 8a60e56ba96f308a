"""What readers make a document of: runs with their marks, blocks, counters, and what a line opens."""
