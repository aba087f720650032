"""The words and rules of the trade. Pure Python: no qgis, no files, no clock (today is always a parameter)."""
