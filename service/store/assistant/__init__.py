"""What a language model proposed, and where notes may go, as rows."""
