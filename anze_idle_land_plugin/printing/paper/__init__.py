"""Painting in millimetres of paper; knows no sheet."""
