"""What reads and makes files without knowing the product: plain Python."""
