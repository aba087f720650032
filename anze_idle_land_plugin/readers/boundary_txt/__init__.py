"""The boundary-coordinate TXT: text, lines, blocks, points, rings, parts; one module a step, profiles as data."""

from .reader import is_boundary_txt, read_boundary_txt

__all__ = ["is_boundary_txt", "read_boundary_txt"]
