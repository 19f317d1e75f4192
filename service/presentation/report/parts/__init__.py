"""The parts that reports are put together from, each a section of blocks."""
