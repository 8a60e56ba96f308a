"""What runs in the limited process, and how what it found comes out of it."""
