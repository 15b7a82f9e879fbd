"""Asking a virus scanner (ClamAV's clamd, on a Unix socket of this machine). One that is set has to answer."""

from __future__ import annotations

import socket
import struct

from cairn.documents.engine.refusing import Fault, NotTaken

SECONDS = 30.0
_PIECE = 64 * 1024
_CLEAN, _FOUND = b"stream: OK", b"FOUND"


def scan(content: bytes, address: str) -> None:
    """Let the scanner see the bytes. Raises NotTaken if it finds something, or does not answer as a scanner does."""
    said = _asked(content, address).strip(b"\0\n ")
    if said.endswith(_FOUND):
        raise NotTaken(Fault.VIRUS)
    if said != _CLEAN:
        raise NotTaken(Fault.SCANNER_SILENT)


def _asked(content: bytes, address: str) -> bytes:
    """What it answers; nothing if it cannot be reached. INSTREAM: pieces with their length before them, then zero."""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as scanner:
            scanner.settimeout(SECONDS)
            scanner.connect(address)
            scanner.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), _PIECE):
                piece = content[start : start + _PIECE]
                scanner.sendall(struct.pack(">I", len(piece)) + piece)
            scanner.sendall(struct.pack(">I", 0))
            return scanner.recv(4096)
    except OSError:
        return b""
