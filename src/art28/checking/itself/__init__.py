"""The document against itself: what it numbers, refers to, defines, repeats, leaves open, lists and says twice."""
