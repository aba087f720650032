"""The checks of a campaign: one file a rule in ``rules``, found there by itself; nothing here changes a parcel."""
