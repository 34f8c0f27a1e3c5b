"""Mails of up to 2 MB, made to break a reader or to keep it busy: by name."""

HEAD = b"From: a@b.example\nSubject: x\nContent-Type: "
NESTED = b"".join(
    b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (each, each + 1)
    for each in range(5000)
)
HOSTILE = {
    "nothing": b"",
    "NULs": b"\0" * 100_000,
    "brackets": b"[" * 2_000_000,
    "one long header": b"From: a@b.example\nSubject: " + b"x " * 900_000 + b"\n\nHi",
    "many headers": b"From: a@b.example\nSubject: x\n" + b"X: y\n" * 300_000 + b"\nHi",
    "many parameters": HEAD + b"multipart/mixed" + b";a=b" * 400_000 + b"\n\nHi",
    "parameters by the thousand lines": HEAD + b"text/plain;\n" + b" a*0*=x;\n" * 200_000 + b"\nHi",
    "nested parts": HEAD + b"multipart/mixed; boundary=b0\n\n" + NESTED,
    "many parts": HEAD + b"multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 250_000,
    "mails in mails": (HEAD + b"message/rfc822\n\n") * 20_000,
    "an encoded word without end": b"From: a@b.example\nSubject: "
    + b"=?utf-8?q?" * 100_000
    + b"\n\nHi",
    "many encoded words": b"From: a@b.example\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nHi",
    "a codec that takes minutes": HEAD + b"text/plain; charset=punycode\n\n" + b"\xff-" * 900_000,
    "no charset": HEAD + b"text/plain; charset=zip\n\n\xff\xfe",
    "half a surrogate": HEAD + b"text/plain; charset=utf-16\n\n" + b"\x00\xd8" * 1000,
    "addresses": b"Subject: x\nFrom: " + b"<a@b>," * 300_000 + b"\n\nHi",
    "a sender of many words": b"Subject: x\nFrom: "
    + b"A " * 30_000
    + b"<a@b.example>\n\n"
    + b"A " * 400_000,
    "parentheses": b"Subject: x\nFrom: " + b"(" * 1_500_000 + b"\n\nHi",
    "a date": b"From: a@b.example\nDate: " + b"1 Jan 99999999999999999999 " * 1000 + b"\n\nHi",
    "deep HTML": HEAD + b"text/html\n\n" + b"<div>" * 380_000,
    "deep quotes": HEAD + b"text/html\n\n" + b"<blockquote>" * 160_000,
    "unclosed tags": HEAD + b"text/html\n\n" + b"<a " * 600_000,
    "hidden things": HEAD + b"text/html\n\n" + b"<div style='display:none" * 80_000,
    "comments": HEAD + b"text/html\n\n" + b"<!--" * 480_000,
    "entities": HEAD + b"text/html\n\n" + b"&amp" * 480_000,
    "quoted lines": HEAD + b"text/plain\n\n" + b"> \n" * 600_000,
    "attributions": HEAD + b"text/plain\n\n" + b"On 3 Nov 2026 wrote\n" * 90_000,
    "visible headers": HEAD + b"text/plain\n\n" + b"From: a\n" * 240_000,
    "titles": HEAD + b"text/plain\n\n" + b"Engineer " * 200_000,
    "titles that differ": HEAD
    + b"text/plain\n\n"
    + b" ".join(b"T%d Engineer." % at for at in range(9_000)),
    "not and not called": HEAD + b"text/plain\n\n" + b"not call " * 60_000,
    "titles with commas": HEAD + b"text/plain\n\n" + b"Engineer, A, " * 150_000,
    "capitals": HEAD + b"text/plain\n\n" + b"Aa " * 600_000,
    "names": HEAD + b"text/plain\n\n" + b"at Aa & " * 240_000,
    "one word": HEAD + b"text/plain\n\n" + b"a" * 2_000_000,
    "requisitions": HEAD + b"text/plain\n\n" + b"(R-1" * 480_000,
    "genders": HEAD + b"text/plain\n\n" + b"(m/w/d" * 300_000,
    "base64 that is none": HEAD
    + b"text/plain\nContent-Transfer-Encoding: base64\n\n"
    + b"=a=" * 600_000,
    "quoted-printable that is none": HEAD
    + b"text/plain\nContent-Transfer-Encoding: quoted-printable\n\n"
    + b"=\n" * 900_000,
}
