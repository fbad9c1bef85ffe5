"""Whom an article speaks of: names, offices, bodies and groups, and whom its pronouns and descriptions mean."""
