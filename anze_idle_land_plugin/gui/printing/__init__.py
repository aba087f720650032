"""Printing from the window."""
