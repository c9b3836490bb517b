"""Text: the language of a page, Markdown to safe HTML, and folding for search."""
