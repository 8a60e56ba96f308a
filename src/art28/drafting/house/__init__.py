"""An organisation's own Word document -> filled in, for one customer or for a thousand, its other bytes kept."""
