"""Workbooks and official documents: how they look, whatever they say."""
