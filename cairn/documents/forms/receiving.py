"""How a file arrives: in memory, up to the limit, and on no disk until it is sealed."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from cairn.documents.engine.limits import MOST_BYTES

ROOM = 2 * 1024 * 1024  # what may be typed beside the files of one request


class TooLarge(UploadedFile):
    """Stands for a file of which nothing was kept, because it was larger than the limit."""


class InMemory(FileUploadHandler):
    """Receives files into memory. Of one that is too large nothing is kept, but that there was one is known."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._left = MOST_BYTES  # for all files of one request together

    def handle_raw_input(self, *parts: Any, **facts: Any) -> None:
        """A request that says itself to be too large is read past, and nothing of its files is kept."""
        _input, _meta, length, *_rest = parts
        if length > MOST_BYTES + ROOM:
            self._left = -1

    def new_file(self, *args: Any, **facts: Any) -> None:
        """Another file begins."""
        super().new_file(*args, **facts)
        self._received = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, while there is room; nothing is handed to another handler."""
        self._left -= len(raw_data)
        if self._left >= 0:
            self._received.write(raw_data)
        else:
            self._received = BytesIO()

    def file_complete(self, file_size: int) -> UploadedFile:
        """The file, or that it was too large."""
        if self._left < 0:
            return TooLarge(BytesIO(), self.file_name, self.content_type, 0)
        self._received.seek(0)
        return InMemoryUploadedFile(
            self._received, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )
