"""Tables and reports, a file each."""
