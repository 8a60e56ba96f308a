"""Dry runs: a breach played through the same screens, watermarked, that reaches nobody but whoever started it."""
