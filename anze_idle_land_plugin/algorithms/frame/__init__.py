"""What the algorithms share: parameters, values, progress, language."""
