"""The top floor: how Newsdesk is set up, put together and started."""
