"""Results as tidy tables: one row an observation, one column a variable, for pandas, R and spreadsheets."""
