"""The page on which an office sees what its own tables change."""
