"""Controlled words as versioned data: each list with its source, its validity, and how it maps to other lists."""

from cairn.guidance.vocabularies.ages import age_band, age_bands, age_on
from cairn.guidance.vocabularies.loading import Term, Vocabulary, vocabularies, vocabulary

__all__ = ["Term", "Vocabulary", "age_band", "age_bands", "age_on", "vocabularies", "vocabulary"]
