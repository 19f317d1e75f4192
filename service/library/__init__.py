"""The library: readings, descriptors and actions that programmes share with each other, and take home as one file."""
