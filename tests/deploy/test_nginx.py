"""The example for nginx is valid, and passes on to Kloe what it should and no more."""

import http.client
import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

CONF = Path(__file__).parents[2] / "deploy" / "nginx.conf"
HOST = "www.example.gov.uk"


def _nginx() -> str:
    found = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin") or shutil.which("nginx")
    return found or pytest.skip("nginx is not installed")


def _write_certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def _configured(folder: Path, ports: dict[int, int]) -> Path:
    """The example with the certificates, logs and ports of a test."""
    _write_certificate(folder)
    text = CONF.read_text(encoding="utf-8")
    for path in ("/etc/nginx/certificates", "/var/log/nginx", "/var/www/html"):
        text = text.replace(path, str(folder))
    if not Path("/etc/nginx/mime.types").exists():
        text = text.replace("include /etc/nginx/mime.types;", "")
    text = re.sub(r"\n\s*listen \[::\].*", "", text)
    for old, new in ports.items():
        text = re.sub(rf"listen {old}\b", f"listen 127.0.0.1:{new}", text)
        text = text.replace(f"127.0.0.1:{old}", f"127.0.0.1:{new}")
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    text = text.replace("http {", f"http {{ {temporary}", 1)
    conf = folder / "nginx.conf"
    user = "" if os.geteuid() else "user root;\n"  # nginx would change to an account that cannot read the test's folder
    conf.write_text(f"{user}pid {folder}/nginx.pid;\n{text}", encoding="utf-8")
    return conf


def test_the_example_is_valid(tmp_path: Path) -> None:
    nginx = _nginx()
    conf = _configured(tmp_path, {})
    run = subprocess.run(
        [nginx, "-t", "-p", str(tmp_path), "-c", str(conf)], capture_output=True, text=True, timeout=30, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "warn" not in run.stderr


class _Echo(BaseHTTPRequestHandler):
    """Tells the path and the headers that it was sent, and its own port."""

    def do_GET(self) -> None:
        told = {"path": self.path, "headers": dict(self.headers), "port": self.server.server_address[1]}
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        """Read all that comes, as Kloe does."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@dataclass
class Answer:
    """What nginx answered."""

    status: int
    location: str | None
    body: bytes


def _ask(
    connection: http.client.HTTPConnection, path: str, headers: dict[str, str] | None = None, body: bytes | None = None
) -> Answer:
    with closing(connection):
        connection.request("POST" if body else "GET", path, body, {"Host": HOST, **(headers or {})})
        with connection.getresponse() as response:
            return Answer(response.status, response.getheader("Location"), response.read())


@dataclass
class Site:
    """The example as it runs."""

    plain: int
    tls: int

    def ask(self, path: str, headers: dict[str, str] | None = None, body: bytes | None = None) -> Answer:
        context = ssl._create_unverified_context()
        return _ask(
            http.client.HTTPSConnection("127.0.0.1", self.tls, timeout=20, context=context), path, headers, body
        )

    def told(self, path: str, headers: dict[str, str] | None = None) -> dict:
        answer = self.ask(path, headers)
        assert answer.status == 200
        return json.loads(answer.body)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    nginx = _nginx()
    folder = tmp_path_factory.mktemp("nginx")
    workers = [ThreadingHTTPServer(("127.0.0.1", 0), _Echo) for _ in range(4)]
    for worker in workers:
        Thread(target=worker.serve_forever, daemon=True).start()
    running = Site(_free_port(), _free_port())
    ports = {7861 + number: worker.server_address[1] for number, worker in enumerate(workers)}
    conf = _configured(folder, {80: running.plain, 443: running.tls, **ports})
    process = subprocess.Popen([nginx, "-p", str(folder), "-c", str(conf), "-g", "daemon off;"])
    for _ in range(100):
        with socket.socket() as tried:
            if not tried.connect_ex(("127.0.0.1", running.tls)):
                break
        assert process.poll() is None, (folder / "error.log").read_text(encoding="utf-8")
        time.sleep(0.05)
    yield running
    process.terminate()
    process.wait(20)
    for worker in workers:
        worker.shutdown()
        worker.server_close()


def test_kloe_hears_the_address_that_nginx_sees(site: Site) -> None:
    sent = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "gopher", "X-Forwarded-User": "mayor"}
    for path in ("/kloe/", "/kloe/api/v1/search?q=a", "/kloe/gradio_api/queue/data", "/kloe/api/v1/ask"):
        told = site.told(path, sent)
        assert told["path"] == path
        assert told["headers"]["X-Forwarded-For"] == "127.0.0.1"
        assert told["headers"]["X-Forwarded-Proto"] == "https"
        assert told["headers"]["Host"] == HOST
        assert "X-Forwarded-User" not in told["headers"]


def test_the_page_stays_with_one_process_and_the_api_goes_to_all(site: Site) -> None:
    assert len({site.told(path)["port"] for path in ("/kloe/", "/kloe/gradio_api/queue/data") * 6}) == 1
    assert len({site.told("/kloe/api/v1/search?q=a")["port"] for _ in range(8)}) == 4


def test_metrics_are_not_for_all(site: Site) -> None:
    assert site.ask("/kloe/metrics").status == 404


def test_a_file_of_50_mb_passes_and_a_larger_one_does_not(site: Site) -> None:
    assert site.ask("/kloe/gradio_api/upload", body=bytes(50 * 2**20)).status == 200
    assert site.ask("/kloe/gradio_api/upload", {"Content-Length": str(61 * 2**20)}, b"a").status == 413


def test_plain_http_leads_to_tls(site: Site) -> None:
    answer = _ask(http.client.HTTPConnection("127.0.0.1", site.plain, timeout=20), "/kloe/?q=a")
    assert (answer.status, answer.location) == (301, f"https://{HOST}/kloe/?q=a")
