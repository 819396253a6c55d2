"""Becomes one child of the launcher: tied to its life, and never PostgreSQL as root.

Run by path with `python -I -S`, so that it costs little: standard library only. A separate
program rather than code between fork and exec, because the launcher has threads.
"""

import argparse
import ctypes
import os
import signal
import sys
from pathlib import Path

PR_SET_PDEATHSIG = 1
CLONE_NEWUSER = 0x10000000
NOT_PERMITTED = 77


def pair(text: str) -> tuple[int, int]:
    user, _, group = text.partition(":")
    return int(user), int(group)


def enter_namespace(user: int, group: int) -> None:
    """Become another id inside a user namespace; outside, files still belong to root."""
    outside = os.geteuid(), os.getegid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER) != 0:
        raise PermissionError(ctypes.get_errno(), "user namespaces are not permitted here")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {outside[0]} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {outside[1]} 1")


def become(user: int, group: int) -> None:
    os.setgroups([])
    os.setgid(group)
    os.setuid(user)


def end_with(parent: int, wanted: int) -> None:
    """Ask for a signal when the launcher is gone, however it went."""
    if not sys.platform.startswith("linux"):
        return  # elsewhere the next run ends what was left, by its record
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, wanted, 0, 0, 0)
    if os.getppid() != parent:
        raise SystemExit("The launcher is gone.")


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("--parent", type=int, required=True)
    reader.add_argument("--signal", type=int, default=signal.SIGTERM)
    reader.add_argument("--namespace", type=pair)
    reader.add_argument("--become", type=pair)
    reader.add_argument("command", nargs="+")
    wanted = reader.parse_args()
    try:
        if wanted.namespace:
            enter_namespace(*wanted.namespace)
        if wanted.become:
            become(*wanted.become)
        # A change of identity clears the wish, so it comes last.
        end_with(wanted.parent, wanted.signal)
        os.execvp(wanted.command[0], wanted.command)  # noqa: S606  (replacing this process is the point)
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(NOT_PERMITTED) from None


if __name__ == "__main__":
    main()
