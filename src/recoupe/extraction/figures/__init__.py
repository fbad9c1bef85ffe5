"""How many: numbers, what they count, and the happenings that they belong to."""
