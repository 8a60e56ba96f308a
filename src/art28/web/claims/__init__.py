"""Claims of the parties on each other, and what each can owe."""
