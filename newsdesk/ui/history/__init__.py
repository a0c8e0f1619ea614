"""Who changed the open story, when and why."""
