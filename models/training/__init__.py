"""The recipe of the bundled model: `python -m models.training build --help`."""
