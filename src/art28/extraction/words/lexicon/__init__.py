"""The words of each language, by what they mean."""
