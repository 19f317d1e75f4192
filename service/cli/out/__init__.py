"""The commands that write what was found into files for other programs."""
