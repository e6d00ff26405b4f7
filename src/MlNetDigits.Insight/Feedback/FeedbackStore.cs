using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MlNetDigits.Feedback;

/// <summary>Keeps corrected digits in a SQLite file.</summary>
/// <remarks>Safe to use from many threads and processes at once.</remarks>
public sealed class FeedbackStore
{
    private const int BusyMilliseconds = 30_000;

    private readonly string _connection;

    private FeedbackStore(string path, SqliteOpenMode mode)
    {
        FilePath = path;
        _connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString;
    }

    /// <summary>Gets the file's absolute path.</summary>
    public string FilePath { get; }

    /// <summary>Opens a file, makes it if need be, and brings older tables up to date.</summary>
    /// <param name="path">The SQLite file; its folder must exist.</param>
    /// <exception cref="InvalidDataException">The file is no database, is another program's, or of a newer version.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public static FeedbackStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(Path.GetDirectoryName(full)))
            throw new DirectoryNotFoundException($"The folder of the feedback file '{full}' does not exist. Make it, or name another file.");
        var store = new FeedbackStore(full, SqliteOpenMode.ReadWriteCreate);
        return store.Use(connection =>
        {
            FeedbackSchema.Migrate(connection, full);
            return store;
        });
    }

    /// <summary>Opens a file that exists, to read it.</summary>
    /// <param name="path">A file that <see cref="Open"/> made.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no database of feedback.</exception>
    public static FeedbackStore OpenExisting(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return File.Exists(path)
            ? Open(path)
            : throw new FileNotFoundException($"The feedback file '{path}' does not exist. Name the file that the web service's Digits:FeedbackFile names.", path);
    }

    /// <summary>Stores a digit.</summary>
    /// <param name="entry">What to store; its id is ignored.</param>
    /// <returns>The id that it got.</returns>
    /// <exception cref="ArgumentException">The entry has not 784 pixels, or a label that is no digit.</exception>
    public long Add(FeedbackEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        entry.Validate();
        return Use(connection =>
        {
            // Takes the lock to write at once: one that reads first and then finds another writer would have to give up.
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.CommandText = """
                INSERT INTO feedback (created, pixels, label, predicted, confidence, model, model_sha256)
                VALUES ($created, $pixels, $label, $predicted, $confidence, $model, $sha256) RETURNING id
                """;
            command.Parameters.AddWithValue("$created", entry.Created.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("$pixels", entry.Pixels);
            command.Parameters.AddWithValue("$label", entry.Label);
            command.Parameters.AddWithValue("$predicted", entry.Predicted);
            command.Parameters.AddWithValue("$confidence", entry.Confidence);
            command.Parameters.AddWithValue("$model", entry.Model);
            command.Parameters.AddWithValue("$sha256", (object?)entry.ModelSha256 ?? DBNull.Value);
            var id = (long)command.ExecuteScalar()!;
            transaction.Commit();
            return id;
        });
    }

    /// <summary>Counts the stored digits.</summary>
    public long Count() => Use(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM feedback";
        return (long)command.ExecuteScalar()!;
    });

    /// <summary>Reads all stored digits, oldest first.</summary>
    public IReadOnlyList<FeedbackEntry> Read() => Use(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, created, pixels, label, predicted, confidence, model, model_sha256 FROM feedback ORDER BY id";
        using var reader = command.ExecuteReader();
        var entries = new List<FeedbackEntry>();
        while (reader.Read())
        {
            entries.Add(new FeedbackEntry
            {
                Id = reader.GetInt64(0),
                Created = DateTimeOffset.Parse(reader.GetString(1), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                Pixels = reader.GetFieldValue<byte[]>(2),
                Label = reader.GetInt32(3),
                Predicted = reader.GetInt32(4),
                Confidence = reader.GetFloat(5),
                Model = reader.GetString(6),
                ModelSha256 = reader.IsDBNull(7) ? null : reader.GetString(7),
            });
        }

        return entries;
    });

    /// <summary>Has SQLite itself wait for others; the client library repeats only a statement's first step.</summary>
    private static void WaitWhileBusy(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"PRAGMA busy_timeout = {BusyMilliseconds}");
        command.ExecuteNonQuery();
    }

    private T Use<T>(Func<SqliteConnection, T> use)
    {
        try
        {
            using var connection = new SqliteConnection(_connection);
            connection.Open();
            WaitWhileBusy(connection);
            return use(connection);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 11 or 26)
        {
            throw new InvalidDataException($"'{FilePath}' is damaged or is no SQLite database. Name another file.", error);
        }
        catch (SqliteException error)
        {
            throw new IOException($"The feedback file '{FilePath}' cannot be used: {error.Message} Look at its rights and the disk's space.", error);
        }
    }
}
