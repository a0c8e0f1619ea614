"""The article list: a model that pages, a delegate that draws a story in two lines, filters and search."""
