package dev.restamp.tracker.alembic.script;

import java.util.Locale;
import java.util.Set;

/** Which imports are known, and which cannot touch a schema. */
final class Libraries {
    /** Of the standard library what computes; not what imports, runs or starts something. */
    private static final Set<String> HARMLESS = Set.of(
            "abc",
            "argparse",
            "ast",
            "base64",
            "binascii",
            "bisect",
            "calendar",
            "collections",
            "configparser",
            "contextlib",
            "copy",
            "csv",
            "dataclasses",
            "datetime",
            "decimal",
            "enum",
            "fractions",
            "functools",
            "gc",
            "getpass",
            "glob",
            "hashlib",
            "heapq",
            "hmac",
            "html",
            "inspect",
            "io",
            "itertools",
            "json",
            "logging",
            "math",
            "numbers",
            "operator",
            "os",
            "pathlib",
            "pickle",
            "platform",
            "pprint",
            "random",
            "re",
            "secrets",
            "shutil",
            "socket",
            "string",
            "struct",
            "sys",
            "tempfile",
            "textwrap",
            "time",
            "traceback",
            "types",
            "typing",
            "unicodedata",
            "urllib",
            "uuid",
            "warnings",
            "zlib",
            "zoneinfo",
            "six",
            "dateutil",
            "pytz",
            "tqdm",
            "click",
            "structlog",
            "loguru",
            "typing_extensions");

    /** Built-in functions that run what they are given. */
    private static final Set<String> RUNNING = Set.of("builtins.exec", "builtins.eval", "builtins.__import__");

    private static final Set<String> STARTING = Set.of("os.system", "os.popen", "os.execv", "os.spawnv");

    private Libraries() {}

    static boolean isHarmless(String path) {
        if (RUNNING.contains(path) || STARTING.contains(path)) {
            return false;
        }
        var root = root(path);
        return root.equals("builtins") || HARMLESS.contains(root) || isLogger(path);
    }

    /** A logger of the project's own: {@code app.log.logger.info}. */
    private static boolean isLogger(String path) {
        var owner = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : path;
        var name = owner.substring(owner.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.equals("log") || name.equals("logger") || name.equals("logging");
    }

    /** Whether it is of a library that is known, so that no folder of the project is taken for it. */
    static boolean isKnown(String path) {
        var root = root(path);
        return root.equals("alembic")
                || root.equals("sqlalchemy")
                || root.equals("builtins")
                || HARMLESS.contains(root);
    }

    static boolean isSqlAlchemy(String path) {
        return root(path).equals("sqlalchemy");
    }

    static boolean isSession(String path) {
        return switch (path) {
            case "sqlalchemy.orm.Session",
                    "sqlalchemy.orm.session.Session",
                    "sqlalchemy.orm.sessionmaker",
                    "sqlalchemy.orm.session.sessionmaker",
                    "sqlalchemy.orm.scoped_session",
                    "sqlmodel.Session" -> true;
            default -> false;
        };
    }

    static boolean isInspector(String path) {
        return path.equals("sqlalchemy.inspect")
                || path.equals("sqlalchemy.inspection.inspect")
                || path.endsWith("reflection.Inspector.from_engine")
                || path.equals("sqlalchemy.inspect.from_engine")
                || path.equals("sqlalchemy.Inspector.from_engine");
    }

    private static String root(String path) {
        var dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
