"""The fields of the record beside the page."""
