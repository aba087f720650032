"""Attaching a ledger from the window."""
