"""Colours, renderers, map themes and the campaign's QGIS project."""
