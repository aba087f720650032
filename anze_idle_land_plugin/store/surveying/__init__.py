"""Surveys: imported, entered, split, repaired, taken back."""
