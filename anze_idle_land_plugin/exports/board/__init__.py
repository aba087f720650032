"""The board as one html file."""
