"""Figures, run by `make bench`: as `python -m tests.benchmarks.delivering`."""

import django

django.setup()
