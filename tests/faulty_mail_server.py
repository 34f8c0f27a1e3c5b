"""A mail server that speaks SMTP until a stage of it, and then does what no server should."""

import socketserver
import threading
import time
from contextlib import contextmanager

STAGES = ["connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "content", "quit"]
COMMANDS = {"EHLO": "ehlo", "AUTH": "auth", "MAIL": "mail", "RCPT": "rcpt", "DATA": "data"}
COMMANDS |= {"QUIT": "quit", "STARTTLS": "starttls", "HELO": "ehlo", "RSET": "rset"}
ANSWERS = {
    "connect": b"220 ready\r\n",
    "ehlo": b"250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n",
    "starttls": b"220 go on\r\n",
    "auth": b"235 2.7.0 known\r\n",
    "data": b"354 go on\r\n",
    "quit": b"221 bye\r\n",
}
SILENT = b"silent"
# Each says of an address what an answer to RCPT says for good.
FAULTS = {
    "4xx": b"450 4.1.1 No such person here\r\n",
    "5xx": b"550 5.1.1 No such person here\r\n",
    "421": b"421 4.1.1 No such person here\r\n",
    "hangs up": b"",
    "garbage": b"\xff\x00no such person here\r\n",
    "a long line": b"550 5.1.1 no such person here " + b"x" * 9000 + b"\r\n",
    "no base64": b"334 no such person here\xff\r\n",
    "silence": SILENT,
}


class _Speaks(socketserver.StreamRequestHandler):
    def handle(self):
        stage = "connect"
        while self._answer(stage):
            line = self.rfile.readline()
            if not line:
                return
            stage = COMMANDS.get(line[:8].strip().decode("latin-1").split(" ")[0].upper(), "other")
            if stage == "data" and self.server.stage != "data":
                self._answer("data")
                while self.rfile.readline() not in (b".\r\n", b""):
                    pass
                stage = "content"

    def _answer(self, stage: str) -> bool:
        answer = ANSWERS.get(stage, b"250 2.0.0 OK\r\n")
        if stage == self.server.stage:
            answer = self.server.fault
        if answer == SILENT:
            time.sleep(0.6)
            return False
        self.wfile.write(answer)
        return bool(answer)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


@contextmanager
def faulty(stage: str, fault: bytes):
    """Its port."""
    with _Server(("127.0.0.1", 0), _Speaks) as server:
        server.stage, server.fault = stage, fault
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
