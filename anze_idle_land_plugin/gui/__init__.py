"""Dock and dialogs: ask, show, call an algorithm; decide nothing."""
