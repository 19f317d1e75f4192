"""Work that takes time: asked for where something changes, done by workers, watched by whoever waits for it."""
