"""The case: who and where, agencies involved, who may see it and why, conflicts of interest, clocks and duties."""
