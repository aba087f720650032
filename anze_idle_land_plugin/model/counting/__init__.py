"""Rates and figures from parcels as they stand."""
