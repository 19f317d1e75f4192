"""Actions, what people say became of them, what is left as it is, and the addresses of calendars."""
