"""What the shape of a page says: tables, fields with labels, boxes, and blanks that are open or filled in."""
