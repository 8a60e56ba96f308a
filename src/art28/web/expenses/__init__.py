"""What work under an agreement costs, line by line, and who bears it by which clause."""
