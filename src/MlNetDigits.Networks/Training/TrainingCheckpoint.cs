using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace MlNetDigits.Networks.Training;

/// <summary>A training's state in a file: replaced atomically, checked by a hash, refused when it belongs to another training.</summary>
internal static class TrainingCheckpoint
{
    private const uint Magic = 0x31504B43; // "CKP1"
    private const string Separator = ", ";

    /// <summary>Names a training: whatever changes its bits, but neither threads nor paths nor the number of epochs run so far.</summary>
    public static string Fingerprint(Network network, TrainingOptions options, ImageSet train, ImageSet? validation)
    {
        // Records print numbers in the current culture, and a checkpoint may be resumed under another one.
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return string.Join(Separator,
            [
                $"architecture {network.Architecture}",
                $"input {network.InputShape}",
                .. network.Nodes.Select(node => $"{node.Name} {node.Layer.Details} after {node.Input} and {node.SecondInput} with {node.Layer.ParameterCount} parameters"),
                (options with { CheckpointPath = null, Resume = false, Threads = 0 }).ToString(),
                $"training images {train.Count} with SHA-256 {train.ContentHash()}",
                $"validation images {validation?.Count ?? 0} with SHA-256 {validation?.ContentHash()}",
            ]);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>Finds out before training whether checkpoints can be written.</summary>
    /// <exception cref="IOException">They can not.</exception>
    public static void RequireWritable(string path)
    {
        try
        {
            AtomicFile.RequireWritable(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The checkpoint '{path}' cannot be written: {exception.Message} Name a file in an existing folder that you may write to.", exception);
        }
    }

    /// <summary>Writes the state to a file.</summary>
    /// <exception cref="IOException">The file could not be written; an earlier one is untouched.</exception>
    public static void Save(string path, string fingerprint, TrainingState state)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(fingerprint);
            writer.Write(state.Epoch);
            writer.Write(state.Step);
            writer.Write(state.BestEpoch);
            writer.Write(state.Seconds);
            writer.Write(state.History.Count);
            foreach (EpochMetrics epoch in state.History) Write(writer, epoch);
            foreach (float[] vector in state.Vectors) writer.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }

        content.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        try
        {
            AtomicFile.Write(path, content.WriteTo);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The checkpoint '{path}' of epoch {state.Epoch} could not be written, an earlier one is as it was: {exception.Message} Make room or the folder writable and resume.", exception);
        }
    }

    /// <summary>Fills the state from a file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or belongs to another training.</exception>
    public static void Load(string path, string fingerprint, TrainingState state)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < SHA256.HashSizeInBytes + sizeof(uint) || !SHA256.HashData(bytes.AsSpan(..^SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(^SHA256.HashSizeInBytes..)))
            throw new InvalidDataException($"The checkpoint '{path}' is damaged: delete it, or train without resuming.");

        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadUInt32() != Magic) throw new InvalidDataException($"'{path}' is not a checkpoint of this version: delete it, or train without resuming.");
        string found = reader.ReadString();
        if (found != fingerprint)
            throw new InvalidDataException($"The checkpoint '{path}' belongs to another training: use the same data and options, or train without resuming. {Difference(found, fingerprint)}");

        state.Epoch = reader.ReadInt32();
        state.Step = reader.ReadInt64();
        state.BestEpoch = reader.ReadInt32();
        state.Seconds = reader.ReadDouble();
        state.History.Clear();
        for (int count = reader.ReadInt32(); count > 0; count--) state.History.Add(ReadEpoch(reader));
        foreach (float[] vector in state.Vectors) reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vector.AsSpan()));
    }

    private static string Difference(string found, string wanted)
    {
        string[] has = found.Split(Separator), wants = wanted.Split(Separator);
        int first = has.Zip(wants).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"It has '{has.ElementAtOrDefault(first)}' where this training has '{wants.ElementAtOrDefault(first)}'.";
    }

    private static void Write(BinaryWriter writer, EpochMetrics epoch)
    {
        writer.Write(epoch.Epoch);
        writer.Write(epoch.LearningRate);
        writer.Write(epoch.TrainLoss);
        writer.Write(epoch.TrainAccuracy);
        writer.Write(epoch.ValidationLoss);
        writer.Write(epoch.ValidationAccuracy);
        writer.Write(epoch.Seconds);
        writer.Write(epoch.Images);
        writer.Write(epoch.IsBest);
    }

    private static EpochMetrics ReadEpoch(BinaryReader reader) => new(
        reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(),
        reader.ReadDouble(), reader.ReadInt64(), reader.ReadBoolean());
}
