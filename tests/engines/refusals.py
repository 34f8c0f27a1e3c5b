"""What a browser reports that the content security policy refused, whatever its console shows."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Reports(ThreadingHTTPServer):
    def __init__(self):
        super().__init__(("127.0.0.1", 0), Taker)
        self.refused: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Taker(BaseHTTPRequestHandler):
    def do_POST(self):
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        report = sent.get("csp-report", sent)
        self.server.refused.append(f"{report['document-uri']}: {report['violated-directive']}")
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


@contextmanager
def reports():
    with Reports() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
