"""Packages for the monitoring system."""
