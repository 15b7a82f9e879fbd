"""Giving up every right that looking into a file does not need, before one byte of it is read.

What holds where is told in SECURITY.md; the answer of the process names what held this time.

- Everywhere: limits on work, memory and files that may be written (none).
- On Linux, where it is permitted: a network of its own with nothing in it.
- On Linux with a 64-bit Intel, AMD or ARM processor: a filter in the kernel. From then on the process may use memory,
  read what was handed to it, write its answer and end. It can open no file, no connection and no other program.
- Elsewhere: a hook of the interpreter, which stops Python code, and not a fault in a library written in C.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
import sys
from collections.abc import Callable, Mapping

from cairn.documents.engine.limits import MOST_MEMORY, SECONDS_OF_WORK

LIMITS: Mapping[int, int] = {
    resource.RLIMIT_CPU: SECONDS_OF_WORK,
    resource.RLIMIT_AS: MOST_MEMORY,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_NPROC: 0,
}
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 1, 38, 22, 2
_CLONE_NEWNET, _CLONE_NEWUSER = 0x40000000, 0x10000000
_SIGKILL = 9

# What is left: memory, what was opened before, the clock, chance, ending. By processor: its mark, the calls' numbers.
# read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn ioctl madvise mremap
# getpid exit exit_group gettid futex sched_yield clock_gettime getrusage getrandom sigaltstack restart_syscall
CALLS: Mapping[str, tuple[int, tuple[int, ...]]] = {
    "x86_64": (
        0xC000003E,
        (0, 1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 28, 25, 39, 60, 231, 186, 202, 24, 228, 98, 318, 131, 219),
    ),
    "aarch64": (
        0xC00000B7,
        (
            *(63, 64, 57, 80, 62, 222, 226, 215, 214, 134, 135, 139, 29, 233, 216),
            *(172, 93, 94, 178, 98, 124, 113, 165, 278, 132, 128),
        ),
    ),
}
_LOAD, _JUMP_IF, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # refused calls answer EPERM
_AT_NUMBER, _AT_PROCESSOR = 0, 4


def confine(
    limits: Mapping[int, int] = LIMITS,
    machine: str = platform.machine(),
    watch: Callable[[Callable[..., None]], None] = sys.addaudithook,
) -> list[str]:
    """Give up what is not needed; says in words what held."""
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))
    held = ["limits"]
    libc = _libc()
    if libc is not None and _no_network(libc):
        held.append("no network")
    if libc is not None and _filtered(libc, machine):
        held.append("filter")
    else:
        watch(refuse)
        held.append("hook")
    return held


def _libc() -> ctypes.CDLL | None:
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def _no_network(libc: ctypes.CDLL) -> bool:
    """A network of its own, in which nobody else is: by right, or inside a space of users of its own."""
    return any(libc.unshare(flags) == 0 for flags in (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET))


def _filtered(libc: ctypes.CDLL, machine: str) -> bool:
    if machine not in CALLS:
        return False
    program = filter_for(machine)
    kept = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(kept))
    asked = ctypes.create_string_buffer(described, len(described))
    libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    nothing_new = libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
    return nothing_new and libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.byref(asked), 0, 0) == 0


def filter_for(machine: str) -> bytes:
    """The filter as the kernel reads it: of another processor nothing, of this one the calls on the list."""
    mark, calls = CALLS[machine]
    steps = [(_LOAD, 0, 0, _AT_PROCESSOR), (_JUMP_IF, 1, 0, mark), (_RETURN, 0, 0, _REFUSE), (_LOAD, 0, 0, _AT_NUMBER)]
    steps += [(_JUMP_IF, len(calls) - place, 0, call) for place, call in enumerate(calls)]
    steps += [(_RETURN, 0, 0, _REFUSE), (_RETURN, 0, 0, _ALLOW)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.kill", "ctypes.dlopen")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def refuse(event: str, facts: tuple[object, ...]) -> None:
    """Stop what would reach out of the process. Raises PermissionError."""
    opens_to_write = event == "open" and isinstance(facts[2], int) and facts[2] & _WRITING
    if opens_to_write or event.startswith(REFUSED):
        raise PermissionError
