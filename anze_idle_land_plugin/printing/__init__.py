"""Parcel sheets, boundary point tables and wall maps."""
