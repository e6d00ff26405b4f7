using System.Globalization;
using System.Text;

namespace MlNetDigits.Benchmarks.Load;

/// <summary>Words such as <c>connections=16</c> behind an address.</summary>
internal sealed class LoadArguments(string[] arguments)
{
    private readonly Dictionary<string, string> _given = arguments.Skip(1).Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Number of the service's process, whose processor time and memory are told.</summary>
    public int? Process => _given.TryGetValue("process", out string? id) ? int.Parse(id, CultureInfo.InvariantCulture) : null;

    public string Required(string name) => _given.GetValueOrDefault(name) ?? throw new ArgumentException($"Give {name}=...");

    public double Number(string name, double otherwise) => _given.TryGetValue(name, out string? value) ? double.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The load: JSON of 784 numbers, or the file that is named.</summary>
    public LoadOptions Options(TimeSpan duration) => new(
        new Uri(arguments[0]),
        _given.TryGetValue("image", out string? image) ? File.ReadAllBytes(image) : Encoding.ASCII.GetBytes(Digit()),
        image is null ? "application/json" : "image/png",
        (int)Number("connections", 16),
        duration,
        _given.ContainsKey("rate") ? Number("rate", 0) : null);

    /// <summary>A drawing of MNIST's usual share of ink: a ring.</summary>
    private static string Digit()
    {
        IEnumerable<int> pixels = Enumerable.Range(0, 784).Select(i =>
        {
            double distance = Math.Sqrt(Math.Pow((i / 28) - 14, 2) + Math.Pow((i % 28) - 14, 2));
            return (int)Math.Clamp(255 * (2 - Math.Abs(distance - 7)), 0, 255);
        });
        return $"{{\"pixels\":[{string.Join(',', pixels)}]}}";
    }
}
