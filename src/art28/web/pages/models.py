"""No tables: this app is the frame around the others."""
