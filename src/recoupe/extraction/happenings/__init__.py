"""Which words report a happening, and whether it came about."""
