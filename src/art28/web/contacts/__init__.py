"""Contact persons: ours, of whom other sides are told; theirs, asked from time to time whether they still are."""
