"""Asking for a file. What comes back is an `Upload` that was looked at, or a sentence; nothing refused is kept."""

from cairn.documents.forms.asking import PutFileForm, UploadField

__all__ = ["PutFileForm", "UploadField"]
