"""What is handed to a command: files, standard input and pipes, each read once."""
