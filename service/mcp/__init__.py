"""What assistants of others may read, over the Model Context Protocol: nothing else than its reader may see anyway."""
