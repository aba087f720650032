"""A file in; parcels or rows, and rejects with file, line and reason, out. Readers know nothing of the store."""
