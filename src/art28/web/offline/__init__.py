"""The offline pack: what people need when art28 itself is down, encrypted, in a place of choice."""
