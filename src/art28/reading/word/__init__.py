"""Word files: body, styles, computed numbers, fields, remarks; and the places in which a house template is filled in."""
