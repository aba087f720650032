"""CGCS2000 zones, axis order, plane area, rounding and map sheet numbers."""
