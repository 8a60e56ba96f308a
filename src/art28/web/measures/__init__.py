"""The library of technical and organisational measures, what agreements promise of it, and what becomes of changes."""
