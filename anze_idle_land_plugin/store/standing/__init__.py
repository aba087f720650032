"""How parcels stand on a day, and over time."""
