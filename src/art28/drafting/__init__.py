"""Facts -> an agreement of our own: its text in Dutch or English, as Markdown, a web page, Word or PDF."""
