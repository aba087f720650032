"""The Processing provider ``anze``: one file an algorithm; parameters in, one call into a room, outputs out."""
