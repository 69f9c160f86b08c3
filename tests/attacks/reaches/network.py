# Tries: reach the network: TCP, UDP, raw and netlink sockets, names, a listener.
# Rule: no socket can be made.
import socket
import urllib.request

families = (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, 16, 17, 40)
for family in families:
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        try:
            socket.socket(family, kind)
            print("REACHED", family, kind)
        except OSError:
            pass
for attempt in (
    lambda: socket.getaddrinfo("example.org", 80),
    lambda: socket.gethostbyname("localhost"),
    lambda: socket.create_connection(("127.0.0.1", 22), timeout=1),
    lambda: socket.create_server(("127.0.0.1", 0)),
    lambda: urllib.request.urlopen("http://127.0.0.1:1", timeout=1),
):
    try:
        attempt()
        print("REACHED", attempt)
    except OSError:
        pass


def sigmoid(z):
    with urllib.request.urlopen("http://127.0.0.1/solution") as answer:
        return float(answer.read())
