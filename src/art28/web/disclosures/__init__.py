"""What may leave: confidentiality marks, written permissions, and every disclosure with the ground it rests on."""
