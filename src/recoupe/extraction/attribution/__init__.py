"""Who says so: verbs, incises, prepositions and quotations, and the chain of speakers behind a trigger."""
