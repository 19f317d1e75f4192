"""Rubrics that teams write and change here: descriptors of elements and levels, their history and their versions."""
