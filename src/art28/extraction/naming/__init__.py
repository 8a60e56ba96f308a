"""Who is who: the names, roles and defined terms of the parties, wherever they stand."""
