"""The sheet of one parcel."""
