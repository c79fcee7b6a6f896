"""What makes word differences readable: which spellings are one, which words weigh, what has only moved."""
