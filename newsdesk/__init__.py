"""Newsdesk, a newsroom editor: write, credit, check, publish."""
