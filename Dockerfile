FROM python:3.13-slim
WORKDIR /upturn
# A number that stays: what lies in a volume belongs to the number, not to the name.
RUN useradd --system --uid 999 upturn && install -d -o upturn -g upturn -m 700 /data
COPY pyproject.toml uv.lock .python-version ./
RUN pip install --no-cache-dir --root-user-action=ignore uv \
    && uv sync --frozen --no-dev --no-cache --no-python-downloads --compile-bytecode \
    && pip uninstall --yes --root-user-action=ignore uv
COPY . .
# Readable under whatever umask it was checked out, and compiled, since upturn writes only to /data.
RUN chmod -R a+rX * && .venv/bin/python -m compileall -q accounts config journal
USER upturn
ENV HOST=0.0.0.0 PORT=8000 DATA_DIR=/data PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
# By http.client, which asks no proxy.
HEALTHCHECK --start-period=60s CMD [".venv/bin/python", "-c", "import os; from http.client import HTTPConnection; up = HTTPConnection('127.0.0.1', os.environ['PORT'], timeout=5); up.request('GET', '/healthz'); exit(up.getresponse().status != 200)"]
CMD [".venv/bin/python", "manage.py", "start"]
