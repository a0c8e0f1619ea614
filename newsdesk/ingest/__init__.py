"""Reading in what others wrote: saved pages, plain text and Markdown, as records with questions."""
