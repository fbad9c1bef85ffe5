"""When it happened: time expressions, what each belongs to, and what the news itself says of its day."""
