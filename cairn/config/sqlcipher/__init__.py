"""Django over an encrypted SQLite file (SQLCipher)."""
