"""How a parcel stands: its events and what follows from them."""
