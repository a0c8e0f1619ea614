"""Photos: those of the open story, and the desk's own."""
