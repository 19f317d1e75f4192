"""What is left when programs are killed at any moment."""
