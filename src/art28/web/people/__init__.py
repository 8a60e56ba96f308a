"""Who may do what: staff and what binds them, their roles, and the access to customers' data that they have by need."""
