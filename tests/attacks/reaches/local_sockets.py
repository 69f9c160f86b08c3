# Tries: reach daemons of the machine and other children through sockets in files and names.
# Rule: no socket can be made or connected; the pair that asyncio needs leads nowhere.
import array
import os
import socket

for address in ("/run/docker.sock", "/var/run/dbus/system_bus_socket", "\0judge", "@RESULTS@/s"):
    try:
        socket.socket(socket.AF_UNIX).connect(address)
        print("REACHED", repr(address))
    except OSError:
        pass
one, other = socket.socketpair()
for attempt in (
    lambda: one.sendto(b"x", "\0judge"),
    lambda: one.connect("/run/docker.sock"),
    lambda: one.sendmsg([b"x"], [(socket.SOL_SOCKET, 1, array.array("i", [3]))]),
    lambda: other.recvmsg(10),
    lambda: socket.socket(fileno=3).recvmsg(10, 100),
    lambda: socket.socket(fileno=os.dup(3)).getpeername(),
):
    try:
        attempt()
        print("REACHED")
    except OSError:
        pass
