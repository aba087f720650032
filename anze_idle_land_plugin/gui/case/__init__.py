"""The list of parcels and the case of one of them."""
