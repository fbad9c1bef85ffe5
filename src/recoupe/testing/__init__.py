"""For tests of code that uses recoupe: the check kit for parsers, and hypothesis strategies of every value.

The strategies are in `recoupe.testing.strategies`, which needs hypothesis; the kit needs nothing.
"""

from recoupe.testing.parsers import Failure, FailureKind, check_parser, expectation, failures

__all__ = ["Failure", "FailureKind", "check_parser", "expectation", "failures"]
