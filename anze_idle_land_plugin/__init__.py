"""批而未用清理: clear approved-but-unsupplied and idle land, parcel by parcel, inside QGIS."""
