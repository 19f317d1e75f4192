"""Finding what people said: by its words and by its meaning, in any language."""
