"""REFI-QDA, the form in which NVivo, MAXQDA, ATLAS.ti, QualCoder and others hand projects to each other."""
