"""What whoever runs the service asks of it: whether it is well, what it logs, what it counts."""
