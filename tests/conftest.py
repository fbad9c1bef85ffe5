"""Profiles of hypothesis: ``dev`` (default) for the desk, ``ci`` for every push, ``nightly`` for the long run.

Choose one with ``HYPOTHESIS_PROFILE=ci``. ``ci`` is the default when the variable ``CI`` is set.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

#: Building whole records is slow on a cold machine; slowness is no defect of what is tested.
_PATIENT = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("dev", max_examples=25, deadline=None, suppress_health_check=_PATIENT)
settings.register_profile("ci", max_examples=200, deadline=None, suppress_health_check=_PATIENT, print_blob=True)
settings.register_profile("nightly", max_examples=5000, deadline=None, suppress_health_check=_PATIENT, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
