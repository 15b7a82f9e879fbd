"""The product's settings, with one address more: a page with nothing on it."""

from cairn.config.settings import *

ROOT_URLCONF = "benchmarks.addresses"
