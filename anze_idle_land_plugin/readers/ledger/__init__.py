"""Ledgers: sheets, heads, columns, values."""
