"""What may and must be done: the machines, their guards, limits and clocks."""
