"""The registers, a module each."""
