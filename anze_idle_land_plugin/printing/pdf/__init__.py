"""The PDF files Qt writes, joined, parted and put right."""
