"""For tests of code that uses recoupe: hypothesis strategies of every value (`recoupe.testing.strategies`)."""
