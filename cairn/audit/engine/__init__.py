"""Canonical bytes, the keyed chain and its anchors. Plain Python."""
