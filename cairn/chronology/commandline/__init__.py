"""What a reviewer runs on a laptop, without a server or a database."""
