"""Notes, rubrics, rosters, ratings from what a program has at hand: a path, an open file, a data frame, rows."""
