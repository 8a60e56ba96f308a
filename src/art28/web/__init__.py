"""The web shell: Django apps that read, store and send around the core."""
