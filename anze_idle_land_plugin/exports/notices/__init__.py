"""Drafts of the procedure, assignment sheets and close-out dossiers."""
