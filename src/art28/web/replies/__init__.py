"""What comes back to the address that mail is sent from: failures, delays, automatic and other answers."""
