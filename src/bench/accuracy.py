#!/usr/bin/env python3
"""How exactly restamp locates the databases of real projects.

    python3 src/bench/accuracy.py POSTGRES_URL PROJECT...

POSTGRES_URL is of a server where databases may be made and dropped, for example
postgresql://postgres@127.0.0.1/postgres; a PROJECT is a folder with an alembic.ini whose modules can be imported.
Each project is upgraded for real, one revision after the other, on a database of its own; after each, `restamp diagnose
--json` is asked where the schema is, and the answer is held against the version rows that Alembic wrote. Revisions that
fail on this server are left out, with all that build on them. The project's env.py is not used: it would want the
project's own settings.

  exact    one place, the true one      within   several that cannot be told apart, the true one among them
  closest  no place fits, and the true one is named as the closest    WRONG  a place is named, and it is another
  lost     no place fits, and another one is named as the closest

Needs python3 with alembic, sqlalchemy and psycopg2, and target/restamp as the build leaves it.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")
import sqlalchemy as sa  # noqa: E402
from alembic.config import Config  # noqa: E402
from alembic.runtime.environment import EnvironmentContext  # noqa: E402
from alembic.script import ScriptDirectory  # noqa: E402

RESTAMP = pathlib.Path(__file__).resolve().parents[2] / "target/restamp/bin/restamp"
ENV = """
from alembic import context
context.configure(connection=context.config.attributes["connection"], target_metadata=None)
with context.begin_transaction():
    context.run_migrations()
"""


class Project:
    def __init__(self, folder, server, work):
        self.folder = pathlib.Path(folder).resolve()
        real = Config(str(self.folder / "alembic.ini"))
        os.chdir(self.folder)
        for path in (real.get_main_option("prepend_sys_path") or ".").split():
            sys.path.insert(0, path)
        versions = ScriptDirectory.from_config(real)._version_locations
        scripts = pathlib.Path(tempfile.mkdtemp(dir=work))
        (scripts / "env.py").write_text(ENV)
        self.config = Config()
        self.config.set_main_option("script_location", str(scripts))
        self.config.set_main_option("version_locations", " ".join(versions))
        self.config.set_main_option("version_path_separator", "space")
        self.script = ScriptDirectory.from_config(self.config)
        self.url = self.database(server)
        self.engine = sa.create_engine(self.url, poolclass=sa.pool.NullPool)
        self.lower = {}

    def database(self, server):
        url = sa.engine.make_url(server)
        name = "accuracy_" + "".join(c if c.isalnum() else "_" for c in self.folder.name)[:50]
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text(f'DROP DATABASE IF EXISTS "{name}"'))
            connection.execute(sa.text(f'CREATE DATABASE "{name}"'))
        return url.set(database=name)

    def below(self, revision):
        """The revision and all it builds on, dependencies too."""
        if revision not in self.lower:
            parents = self.script.get_revision(revision)._all_down_revisions
            self.lower[revision] = {revision}.union(*(self.below(parent) for parent in parents))
        return self.lower[revision]

    def place(self, rows):
        return set().union(*(self.below(row) for row in rows))

    def upgrade(self, revision):
        def one(rows, context):
            return self.script._upgrade_revs(revision, rows)

        with self.engine.connect() as connection:
            self.config.attributes["connection"] = connection
            with EnvironmentContext(self.config, self.script, fn=one, destination_rev=revision):
                self.script.run_env()

    def rows(self):
        with self.engine.connect() as connection:
            return [row[0] for row in connection.execute(sa.text("SELECT version_num FROM alembic_version"))]

    def diagnose(self):
        url = self.url.render_as_string(hide_password=False)
        done = subprocess.run([RESTAMP, "diagnose", "--json", "--no-input"], cwd=self.folder, text=True,
                              capture_output=True, env=dict(os.environ, DATABASE_URL=url))
        return json.loads(done.stdout)

    def judge(self, answer):
        truth = self.place(self.rows())
        schema = answer["schema"]
        if "closest" in schema:
            nearest = [schema["closest"], *schema["as_close"]]
            return "closest" if truth in map(self.place, nearest) else "lost"
        named = schema.get("candidates") or [schema["fits"], *schema.get("equivalent", [])]
        idle = {one["revision"] for one in answer["revisions"]
                if not (one["effects"] or one["not_understood"] or one["no_trace"])}
        if not any((self.place(rows) ^ truth) <= idle for rows in named):
            return "WRONG"
        return "within" if "candidates" in schema else "exact"


def measure(folder, server, work):
    project = Project(folder, server, work)
    count, failed, understood = {}, set(), {}
    order = [script.revision for script in reversed(list(project.script.walk_revisions()))]
    for revision in order:
        if project.below(revision) & failed:
            failed.add(revision)
            continue
        try:
            project.upgrade(revision)
        except Exception as trouble:  # a project may raise anything
            print(f"  {revision} does not run here: {str(trouble).splitlines()[0][:90]}", file=sys.stderr)
            failed.add(revision)
            continue
        answer = project.diagnose()
        verdict = project.judge(answer)
        count[verdict] = count.get(verdict, 0) + 1
        understood = {one["revision"]: not one["not_understood"] for one in answer["revisions"]}
        if verdict not in ("exact", "within"):
            print(f"  {verdict} at {revision}: {json.dumps(answer['schema'])[:400]}", file=sys.stderr)
    whole = sum(understood.values())
    print(f"{project.folder.name}: {len(order)} revisions, {whole} understood whole, {len(failed)} do not run;",
          ", ".join(f"{name} {number}" for name, number in sorted(count.items())), flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.setrecursionlimit(10_000)
    with tempfile.TemporaryDirectory() as work:
        for each in sys.argv[2:]:
            if os.fork() == 0:  # modules of one project must not meet those of another
                measure(each, sys.argv[1], work)
                os._exit(0)
            os.wait()
