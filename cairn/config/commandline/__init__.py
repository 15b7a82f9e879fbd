"""Operating Cairn from the command line: each module is one command."""
