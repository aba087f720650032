"""One file a rule: what it needs and what it finds."""
