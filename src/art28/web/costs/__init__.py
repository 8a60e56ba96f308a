"""What work on a case costs and who bears it by which clause: lines as they are made, statements to the other side."""
