"""What a newsroom knows: articles, photos, credits, briefings, people and the rules that bind them."""
