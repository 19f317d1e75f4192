"""A programme as REFI-QDA, for those who go on in NVivo, MAXQDA, ATLAS.ti or QualCoder."""
