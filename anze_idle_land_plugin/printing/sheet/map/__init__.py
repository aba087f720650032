"""The maps on a sheet."""
