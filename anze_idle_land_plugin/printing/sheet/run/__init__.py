"""Sheets in numbers: jobs, child processes, files."""
