"""The dock of problems."""
