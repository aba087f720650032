"""Boundary TXT files in the dialect of the receiving system."""
