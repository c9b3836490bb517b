"""The address by which a person's own calendar follows their dates and their plan."""
