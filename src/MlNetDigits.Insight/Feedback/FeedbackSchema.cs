using Microsoft.Data.Sqlite;

namespace MlNetDigits.Feedback;

/// <summary>The tables of a feedback file and the steps from older ones to them.</summary>
internal static class FeedbackSchema
{
    // "mldf" as a number marks a file as ours. Steps are never changed, only added.
    private const int ApplicationId = 0x6d6c6466;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE feedback (
            id INTEGER PRIMARY KEY,
            created TEXT NOT NULL,
            pixels BLOB NOT NULL CHECK (length(pixels) = 784),
            label INTEGER NOT NULL CHECK (label BETWEEN 0 AND 9),
            predicted INTEGER NOT NULL CHECK (predicted BETWEEN 0 AND 9),
            confidence REAL NOT NULL,
            model TEXT NOT NULL)
        """,
        "ALTER TABLE feedback ADD COLUMN model_sha256 TEXT",
    ];

    /// <summary>Brings a file's tables up to date, all steps or none.</summary>
    /// <exception cref="InvalidDataException">The file is another program's, or of a newer version.</exception>
    public static void Migrate(SqliteConnection connection, string path, int? last = null)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var (id, version) = (Ask(connection, "PRAGMA application_id"), Ask(connection, "PRAGMA user_version"));
        if (id != ApplicationId && (id != 0 || Ask(connection, "SELECT count(*) FROM sqlite_schema") > 0))
            throw new InvalidDataException($"'{path}' is a database of another program, not of feedback. Name another file.");
        if (version > Steps.Length)
            throw new InvalidDataException($"'{path}' has version {version} of the feedback's tables, this program knows up to {Steps.Length}. Use a newer version of it.");
        foreach (var step in Steps[(int)version..(last ?? Steps.Length)])
            Tell(connection, step);
        if (version < Steps.Length)
            Tell(connection, FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {last ?? Steps.Length}"));
        transaction.Commit();
    }

    private static long Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Tell(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
