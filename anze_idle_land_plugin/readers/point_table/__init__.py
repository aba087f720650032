"""Point tables: text lists, CASS .dat and workbooks; cells, heads, entries, groups, parcels; one module a step."""

from .reader import read_point_text, read_point_workbook

__all__ = ["read_point_text", "read_point_workbook"]
