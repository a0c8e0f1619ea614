"""The window: it places the panels and joins their wishes to the services."""
