"""Vector files: shp, gpkg, geojson, kml and dxf to parcels. OGR reads all but DXF, whose arcs it would flatten."""

from .reader import VECTOR_TYPES, read_vector

__all__ = ["VECTOR_TYPES", "read_vector"]
