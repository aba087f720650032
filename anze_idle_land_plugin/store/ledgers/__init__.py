"""Ledgers and lists of the system onto the parcels."""
