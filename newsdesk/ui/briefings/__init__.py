"""The briefing desk: an edition, its running order, and the stories that could go in."""
