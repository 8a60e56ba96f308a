"""What the processor uses data for itself, as controller: each purpose registered apart, each use logged."""
