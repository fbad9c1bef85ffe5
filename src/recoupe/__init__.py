"""recoupe: event timelines from news articles, with who says so."""
