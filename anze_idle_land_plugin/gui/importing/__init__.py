"""The import wizard and the journal of imports."""
