"""The Cyberbeveiligingswet: an organisation in its scope reports significant incidents, on clocks of their own."""
