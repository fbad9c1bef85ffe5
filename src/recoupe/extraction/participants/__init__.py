"""Who takes part: the arguments of a trigger, each in its role."""
