"""The board beside the map."""
