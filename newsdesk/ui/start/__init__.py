"""The first start, and what an import brought."""
