"""How days, amounts, codes and parcels are written for people: once, for every paper, list, board and window."""
