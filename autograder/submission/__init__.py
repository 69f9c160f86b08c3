"""What was handed in: found in its folder, read as cells of code, politely refused if need be."""
