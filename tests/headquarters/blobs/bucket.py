"""A store that speaks as much of S3 as files need, over HTTP on this computer: put, get, head, delete, list.

It keeps everything in memory and believes every signature. It shows that headquarters speaks S3 as the
library does; whether a certain service answers so is for that service's own documentation.
"""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit


class Bucket(ThreadingHTTPServer):
    """The server; ``objects`` is what it holds, by key."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.objects: dict[str, bytes] = {}
        self.uploads: dict[str, dict[int, bytes]] = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Bucket

    def log_message(self, *_words):
        """Keep quiet."""

    def _where(self):
        parts = urlsplit(self.path)
        _, _bucket, *rest = unquote(parts.path).split("/", 2)
        return (rest or [""])[0], parse_qs(parts.query, keep_blank_values=True)

    def _answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _body(self):
        return self.rfile.read(int(self.headers["Content-Length"]))

    def do_PUT(self):
        key, query = self._where()
        body = self._body()
        if "uploadId" in query:
            self.server.uploads[query["uploadId"][0]][int(query["partNumber"][0])] = body
        else:
            self.server.objects[key] = body
        self._answer(200, ETag='"tag"')

    def do_POST(self):
        key, query = self._where()
        body = self._body()
        if "uploads" in query:
            name = f"upload-{len(self.server.uploads)}"
            self.server.uploads[name] = {}
            within = f"<Bucket>b</Bucket><Key>k</Key><UploadId>{name}</UploadId>"
            text = f"<InitiateMultipartUploadResult>{within}</InitiateMultipartUploadResult>"
        elif "delete" in query:
            keys = [each.decode() for each in re.findall(rb"<Key>(.*?)</Key>", body)]
            for each in keys:
                self.server.objects.pop(each, None)
            within = "".join(f"<Deleted><Key>{each}</Key></Deleted>" for each in keys)
            text = f"<DeleteResult>{within}</DeleteResult>"
        else:
            parts = self.server.uploads.pop(query["uploadId"][0])
            self.server.objects[key] = b"".join(parts[number] for number in sorted(parts))
            text = "<CompleteMultipartUploadResult><ETag>tag</ETag></CompleteMultipartUploadResult>"
        self._answer(200, text.encode(), Content_Type="application/xml")

    def do_GET(self):
        key, query = self._where()
        if "list-type" in query:
            text = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"
            self._answer(200, text.encode(), Content_Type="application/xml")
            return
        content = self.server.objects.get(key)
        if content is None:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>", Content_Type="application/xml")
            return
        common = {"ETag": '"tag"', "Last_Modified": "Mon, 04 May 2026 10:00:00 GMT"}
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if self.command == "HEAD":
            self._answer(200, Content_Length=str(len(content)), **common)
        elif asked:
            first, last = int(asked[1]), min(int(asked[2]), len(content) - 1)
            common["Content_Range"] = f"bytes {first}-{last}/{len(content)}"
            self._answer(206, content[first : last + 1], **common)
        else:
            self._answer(200, content, **common)

    def do_HEAD(self):
        self.do_GET()

    def do_DELETE(self):
        key, _query = self._where()
        self.server.objects.pop(key, None)
        self._answer(204)
