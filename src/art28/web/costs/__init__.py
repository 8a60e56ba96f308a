"""What work costs and who bears it: lines kept as they are made, statements to the party that the agreement names."""
