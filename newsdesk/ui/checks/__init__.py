"""What stands against the open story."""
