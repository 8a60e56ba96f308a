"""Word documents of the organisation's own as templates: taken in, settled by a person, filled in for one or for many."""
