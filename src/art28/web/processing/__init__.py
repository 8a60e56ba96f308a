"""Records of processing activities (Art. 30): what is done for each controller, and in the own administration."""
