"""The campaign file: schema, imports, event log and snapshots. The only room that touches the database."""
