"""Lists, reports and the packages for the monitoring system."""
