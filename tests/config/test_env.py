import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


def test_text_comes_from_the_environment_or_from_a_file(monkeypatch, tmp_path):
    monkeypatch.setenv("GREETING", " hello ")
    assert env.text("GREETING") == "hello"
    (tmp_path / "secret").write_text("from a file\n")
    monkeypatch.setenv("WORD_FILE", str(tmp_path / "secret"))
    assert env.text("WORD") == "from a file"


def test_both_at_once_are_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("WORD", "one")
    monkeypatch.setenv("WORD_FILE", str(tmp_path))
    with pytest.raises(ImproperlyConfigured, match="WORD or WORD_FILE, not both"):
        env.text("WORD")


def test_a_file_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setenv("WORD_FILE", "/nowhere")
    with pytest.raises(ImproperlyConfigured, match="WORD_FILE cannot be read"):
        env.text("WORD")


@pytest.mark.parametrize(
    ("value", "means"), [("yes", True), ("0", False), ("", True), ("On", True)]
)
def test_flags(monkeypatch, value, means):
    monkeypatch.setenv("FLAG", value)
    assert env.flag("FLAG", default=True) is means


def test_flags_refuse_junk(monkeypatch):
    monkeypatch.setenv("FLAG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="FLAG must be yes or no"):
        env.flag("FLAG")


@pytest.mark.parametrize("junk", ["abc", "-1", "0", "65536", "8e3"])
def test_numbers_refuse_junk(monkeypatch, junk):
    monkeypatch.setenv("PORT", junk)
    with pytest.raises(ImproperlyConfigured, match="PORT must be a whole number"):
        env.integer("PORT", 8000, 1, 65535)


@pytest.mark.parametrize(
    "junk",
    ["journal.example.org", "ftp://x.org", "https://x.org/path", "https://a@x.org", "http://["],
)
def test_the_address_of_the_site_is_an_origin(monkeypatch, junk):
    monkeypatch.setenv("SITE_URL", junk)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must look like"):
        env.site_url("SITE_URL", "")


def test_a_secret_key_is_made_once_and_kept_to_oneself(tmp_path):
    key = env.secret_key("SOME_KEY", tmp_path)
    assert len(key) >= 50
    assert env.secret_key("SOME_KEY", tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_of_many_that_start_at_once_all_have_the_one_key(tmp_path):
    with ThreadPoolExecutor(8) as starts:
        keys = set(starts.map(lambda _: env.secret_key("SOME_KEY", tmp_path), range(40)))
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_folder_is_made_for_its_owner_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "new" / "data"))
    made = env.folder("DATA_DIR", tmp_path)
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_named(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "file" / "data"))
    with pytest.raises(ImproperlyConfigured, match=r"DATA_DIR .* cannot be made"):
        env.folder("DATA_DIR", tmp_path)


def test_a_postgres_address_is_read_whole(monkeypatch, tmp_path):
    monkeypatch.setenv("DB", "postgresql://ann:p%40ss@db.example.org:6543/journal?sslmode=require")
    read = env.database("DB", tmp_path)
    assert (read["USER"], read["PASSWORD"]) == ("ann", "p@ss")
    assert (read["HOST"], read["PORT"], read["NAME"]) == ("db.example.org", "6543", "journal")
    assert read["OPTIONS"]["sslmode"] == "require"


def test_a_postgres_socket_is_read(monkeypatch, tmp_path):
    monkeypatch.setenv("DB", "postgresql://postgres@/journal?host=/var/run/postgresql")
    assert env.database("DB", tmp_path)["HOST"] == "/var/run/postgresql"


@pytest.mark.parametrize("junk", ["mysql://x/y", "postgresql://host", "journal.db"])
def test_other_databases_are_refused(monkeypatch, tmp_path, junk):
    monkeypatch.setenv("DB", junk)
    with pytest.raises(ImproperlyConfigured, match="DB must look like"):
        env.database("DB", tmp_path)


def test_sqlite_is_the_default(tmp_path):
    read = env.database("NO_SUCH_VARIABLE", tmp_path)
    assert read["NAME"] == tmp_path / "upturn.sqlite3"
    assert "synchronous=FULL" in read["OPTIONS"]["init_command"]


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
    ],
)
def test_wal_only_where_sqlite_is_sound(version, sound):
    assert env.wal_is_sound(version) is sound


@pytest.mark.parametrize(
    ("url", "means"),
    [
        ("smtp://mail.example.org", {"port": 587, "use_tls": True, "use_ssl": False}),
        ("smtp://localhost:25?tls=no", {"host": "localhost", "port": 25, "use_tls": False}),
        ("smtps://mail.example.org", {"port": 465, "use_tls": False, "use_ssl": True}),
        ("smtp://a%40b:p%2Fw@mail.example.org:2525", {"username": "a@b", "password": "p/w"}),
        ("file:///var/mails", {"file_path": "/var/mails"}),
    ],
)
def test_mail_servers(monkeypatch, tmp_path, url, means):
    monkeypatch.setenv("MAIL_URL", url)
    options = env.mail_server("MAIL_URL", tmp_path)["default"]["OPTIONS"]
    assert options | means == options


def test_with_no_mail_server_mails_are_written_to_a_folder(monkeypatch, tmp_path):
    monkeypatch.delenv("MAIL_URL", raising=False)
    options = env.mail_server("MAIL_URL", tmp_path)["default"]["OPTIONS"]
    assert options == {"file_path": str(tmp_path)}


@pytest.mark.parametrize(
    "junk",
    ["mail.example.org", "http://x", "smtp://", "smtp://x:port", "file:x", "smtp://x?tls=nope"],
)
def test_mail_servers_refuse_junk(monkeypatch, tmp_path, junk):
    monkeypatch.setenv("MAIL_URL", junk)
    with pytest.raises(ImproperlyConfigured, match="MAIL_URL must look like"):
        env.mail_server("MAIL_URL", tmp_path)


@pytest.mark.parametrize(
    "value", ["upturn@example.org", "Upturn <upturn@mail>", '"Sam, of Upturn" <upturn@example.org>']
)
def test_senders(monkeypatch, value):
    monkeypatch.setenv("MAIL_FROM", value)
    assert env.sender("MAIL_FROM", "") == value


@pytest.mark.parametrize(
    "junk", ["upturn", "Sam, of Upturn <upturn@example.org>", "a@b.example, c@d.example", "a b@c"]
)
def test_senders_refuse_what_no_mail_could_be_from(monkeypatch, junk):
    """Each mail would be given up, and every address told that it takes none."""
    monkeypatch.setenv("MAIL_FROM", junk)
    with pytest.raises(ImproperlyConfigured, match="MAIL_FROM must look like"):
        env.sender("MAIL_FROM", "")
