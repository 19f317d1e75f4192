"""Results as figures of matplotlib, for notebooks and papers; drawn without pyplot, so nothing is shared or kept."""
