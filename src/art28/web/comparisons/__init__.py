"""Two agreements side by side: stored ones, the other side's version that was brought, or a template of one's own."""
