"""Newsdesk: a newsroom editor that writes, credits, checks, previews and publishes."""
