"""One module for each document: FRAME, what stands around it."""
