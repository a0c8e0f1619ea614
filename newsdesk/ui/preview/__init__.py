"""The page as published, beside the text."""
