"""The boundary-coordinate TXT: bytes, text, lines, blocks, points, rings, parcels; one module a step, profiles as data."""

from .reader import is_boundary_txt, read_boundary_txt

__all__ = ["is_boundary_txt", "read_boundary_txt"]
